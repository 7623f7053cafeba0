using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Persistence;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>Connects an OA with its administrator's consent: the proof pair, the page to send them to, and what comes back.</summary>
public sealed class ZaloConnection(
    ZaloOAuthClient oauth, ZaloClient client, AccountDirectory accounts, ISecretBox box, IOptions<ZaloOptions> options, TimeProvider clock)
{
    public bool IsConfigured => options.Value is { IsConfigured: true, AppSecret.Length: > 0 };

    /// <summary>A new attempt: its secrets stay with the browser, encrypted, until the callback.</summary>
    public (Uri Page, ZaloConsent Consent) Begin(Uri callback)
    {
        var verifier = options.Value.CodeVerifier ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var consent = new ZaloConsent(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), verifier);
        return (oauth.PermissionPage(callback, Challenge(verifier), consent.State), consent);
    }

    /// <summary>Turns the callback's code into a connected account.</summary>
    /// <param name="oaId">As the callback's address says, which anybody could change: the OA that the token belongs to decides, if Zalo tells.</param>
    public async Task<ZaloConnected> FinishAsync(ZaloConsent consent, string code, string oaId, CancellationToken ct)
    {
        var granted = await oauth.ExchangeAsync(code, consent.Verifier, ct);
        if (granted is ZaloGrant.Denied denied) return new ZaloConnected.Failed($"Zalo từ chối cấp quyền (mã {denied.Code}).");
        if (granted is not ZaloGrant.Issued pair) return new ZaloConnected.Failed("Máy chủ cấp quyền của Zalo chưa trả lời, vui lòng thử lại.");
        var oa = await OaOfAsync(pair.AccessToken, ct);
        var (id, name) = (oa?.Id is { Length: > 0 } own ? own : oaId, oa?.Name ?? "");
        if (id.Length == 0) return new ZaloConnected.Failed("Zalo không cho biết OA nào đã cấp quyền, vui lòng thử lại.");
        await StoreAsync(id, name, pair, CancellationToken.None);   // the code is used up: these tokens must not be lost
        return new ZaloConnected.Done(id, name);
    }

    private Task<Guid> StoreAsync(string oaId, string name, ZaloGrant.Issued pair, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return accounts.StoreAsync(Channel.Zalo, oaId, account =>
        {
            account.AccessToken = box.ProtectText(pair.AccessToken);
            account.RefreshToken = box.ProtectText(pair.RefreshToken);
            account.TokenExpiresAt = now + (pair.Life ?? ZaloLimits.InForce(options.Value, now).AccessTokenLife);
            account.TokenRefreshedAt = now;
            account.Status = AccountStatus.Active;
            if (name.Length > 0) account.Name = name;
            (account.RefreshOwner, account.RefreshUntil) = (null, null);
        }, ct);
    }

    private async Task<ZaloOa?> OaOfAsync(string accessToken, CancellationToken ct)
    {
        try
        {
            return (await client.GetOaAsync(accountId: default, accessToken, ct)).Reply is { Error: 0, Data: { } oa } ? oa : null;
        }
        catch (Exception failure) when (TransportFailures.Outcome(failure) is not null)
        {
            return null;
        }
    }

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}

/// <summary>What binds the callback to the browser that began.</summary>
public sealed record ZaloConsent(string State, string Verifier)
{
    public override string ToString() => "consent";   // keeps the verifier out of logs
}

public abstract record ZaloConnected
{
    private ZaloConnected() { }

    /// <param name="Name">Empty: Zalo did not tell.</param>
    public sealed record Done(string OaId, string Name) : ZaloConnected;

    /// <param name="Why">For the person at the page, in Vietnamese.</param>
    public sealed record Failed(string Why) : ZaloConnected;
}
