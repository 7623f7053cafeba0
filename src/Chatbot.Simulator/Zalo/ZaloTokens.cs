using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

internal enum TokenVerdict
{
    Good,
    Expired,
    Invalid,
}

internal sealed record TokenPair(string AccessToken, string RefreshToken);

/// <summary>Access and refresh tokens of the OAs. A refresh makes a new pair and kills the old one at once.</summary>
/// <remarks>Tokens carry their OA, generation and time under a MAC, so a restarted simulator still knows the pair that the service under test
/// stored during an earlier run: in development both restart often and nobody wants to connect the OA anew each time.</remarks>
internal sealed class ZaloTokens(ZaloSettings settings, SimulatorClock clock)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Grant> grants = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Code> codes = new(StringComparer.Ordinal);
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly Lock gate = new();

    public string IssueCode(string oaId, string codeChallenge)
    {
        var code = Ids.Opaque(24);
        codes[code] = new Code(oaId, codeChallenge, clock.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <returns>Null when the code is unknown, used, late, or the verifier does not fit the challenge.</returns>
    public TokenPair? Exchange(string code, string verifier)
    {
        if (!codes.TryRemove(code, out var issued) || issued.ValidUntil < clock.GetUtcNow()) return null;
        if (issued.Challenge.Length > 0 && issued.Challenge != ChallengeOf(verifier)) return null;
        lock (gate) return Renew(issued.OaId);
    }

    /// <returns>Null when the token is unknown, used already or older than three months.</returns>
    public TokenPair? Refresh(string refreshToken)
    {
        lock (gate)
        {
            if (Locate(refreshToken, "r") is not { } found) return null;
            return found.Age(clock) > settings.RefreshTokenLifetime ? null : Renew(found.OaId);
        }
    }

    public TokenVerdict Check(string accessToken, out string oaId)
    {
        lock (gate)
        {
            var found = Locate(accessToken, "a");
            oaId = found?.OaId ?? "";
            if (found is null) return TokenVerdict.Invalid;
            return found.Age(clock) > settings.AccessTokenLifetime ? TokenVerdict.Expired : TokenVerdict.Good;
        }
    }

    /// <summary>The pair that is valid now.</summary>
    public TokenPair Current(string oaId)
    {
        lock (gate)
        {
            var grant = GrantOf(oaId);
            var account = settings.Accounts.First(a => a.OaId == oaId);
            return grant.Generation == 0
                ? new TokenPair(account.AccessToken, account.RefreshToken)
                : new TokenPair(Write(oaId, grant, "a"), Write(oaId, grant, "r"));
        }
    }

    public static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private TokenPair Renew(string oaId)
    {
        var grant = new Grant(GrantOf(oaId).Generation + 1, clock.UnixMilliseconds);
        grants[oaId] = grant;
        return new TokenPair(Write(oaId, grant, "a"), Write(oaId, grant, "r"));
    }

    private Located? Locate(string token, string kind)
    {
        foreach (var account in settings.Accounts)
            if (token == (kind == "a" ? account.AccessToken : account.RefreshToken))
                return GrantOf(account.OaId) is { Generation: 0 } first ? new Located(account.OaId, first) : null;
        return Read(token, kind);
    }

    private Located? Read(string token, string kind)
    {
        var parts = token.Split('.');
        if (parts.Length != 5 || parts[3] != kind || parts[4] != Mac(string.Join('.', parts[..4]))) return null;
        var grant = new Grant(int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
        if (grant.Generation > GrantOf(parts[0]).Generation) grants[parts[0]] = grant;
        return grants[parts[0]] == grant ? new Located(parts[0], grant) : null;
    }

    private string Write(string oaId, Grant grant, string kind)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{oaId}.{grant.Generation}.{grant.IssuedAt}.{kind}");
        return $"{text}.{Mac(text)}";
    }

    private string Mac(string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.AppSecret), Encoding.UTF8.GetBytes(text)));

    private Grant GrantOf(string oaId) => grants.GetOrAdd(oaId, _ => new Grant(0, startedAt.ToUnixTimeMilliseconds()));

    private sealed record Grant(int Generation, long IssuedAt);

    private sealed record Located(string OaId, Grant Grant)
    {
        public TimeSpan Age(SimulatorClock clock) => TimeSpan.FromMilliseconds(clock.UnixMilliseconds - Grant.IssuedAt);
    }

    private sealed record Code(string OaId, string Challenge, DateTimeOffset ValidUntil);
}
