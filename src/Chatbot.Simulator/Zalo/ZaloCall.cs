using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Zalo;

/// <summary>The way every call to the OA API goes: faults, rate limit, token, proof, then the endpoint itself.</summary>
internal sealed class ZaloCall(ZaloPlatform zalo, SimulatorCore core, ZaloEdgeErrors errors)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="act">Does the work; the body is empty JSON for GET.</param>
    public RequestDelegate Handle(FaultScope scope, Func<ZaloAccount, HttpContext, JsonElement, ZaloReply> act) => async http =>
    {
        var ticket = scope == FaultScope.Send ? core.Sends.Begin(http, Platform.Zalo) : null;
        var body = await HttpBodies.ReadAsync(http.Request, http.RequestAborted);
        var fault = zalo.Faults.Draw(scope);
        if (await FaultBreaker.BreakBeforeAsync(http, fault))
        {
            core.Journal.Call(Platform.Zalo, http.Request.Method, http.Request.Path, body, null, fault!.Kind.ToString());
            return;
        }

        var reply = Answer(fault) ?? Limit(http) ?? Authorised(http, body, act);
        core.Journal.Call(Platform.Zalo, http.Request.Method, http.Request.Path + http.Request.QueryString, body, 200, reply.Message);
        if (ticket is not null && reply.Delivered.Length > 0) core.Sends.Accept(ticket, reply.Delivered);
        if (await FaultBreaker.BreakAfterAsync(http, fault)) return;
        // Zalo's own numbers are certain; what may have been delivered answers with a status.
        if (fault?.Kind == FaultKind.ErrorThoughDelivered) await HttpBodies.WriteAsync(http.Response, 500, new JsonObject { ["status"] = "internal error" });
        else await HttpBodies.WriteAsync(http.Response, 200, reply.ToJson());
        if (ticket is not null) ticket.IsWritten = true;
    };

    private ZaloReply? Answer(Fault? fault) => fault?.Kind switch
    {
        FaultKind.TokenExpired => errors.TokenExpired,
        FaultKind.TokenInvalid => errors.TokenInvalid,
        FaultKind.RateLimited => errors.RateLimited,
        FaultKind.AccountRestricted => ZaloErrors.PolicyViolated,
        FaultKind.AccountDisabled => ZaloErrors.AccountDisabled,
        FaultKind.OutsideWindow => ZaloErrors.OutsideWindow,
        FaultKind.CitizenBlocked => ZaloErrors.Blocked,
        FaultKind.ErrorInsideOk => ZaloErrors.SendFailed,
        _ => null,
    };

    private ZaloReply? Limit(HttpContext http)
    {
        var limit = zalo.Settings.CallsPerMinute;
        var used = zalo.AppRate.Add(core.Clock.GetUtcNow(), Minute);
        http.Response.Headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Remain"] = Math.Max(0, limit - used).ToString(CultureInfo.InvariantCulture);
        return core.Options.LimitsEnabled && used > limit ? errors.RateLimited : null;
    }

    private ZaloReply Authorised(HttpContext http, byte[] body, Func<ZaloAccount, HttpContext, JsonElement, ZaloReply> act)
    {
        var token = http.Request.Headers["access_token"].ToString();
        if (zalo.Tokens.Check(token, out var oaId) is not TokenVerdict.Good and var verdict)
            return verdict == TokenVerdict.Expired ? errors.TokenExpired : errors.TokenInvalid;
        if (!ProofFits(http, token)) return errors.ProofWrong;
        var account = zalo.Account(oaId);
        if (account.IsDisabled) return errors.AccountDisabled;
        if (account.Rate.Add(core.Clock.GetUtcNow(), Minute) > zalo.Settings.CallsPerMinutePerAccount && core.Options.LimitsEnabled)
            return errors.RateLimited;
        if (HttpBodies.IsMultipart(http.Request)) return act(account, http, default);
        if (HttpBodies.ParseJson(body) is not { } parsed) return errors.NotJson;
        using (parsed) return act(account, http, parsed.RootElement);
    }

    private bool ProofFits(HttpContext http, string token)
    {
        if (!zalo.Settings.RequireAppSecretProof) return true;
        return http.Request.Headers["appsecret_proof"].ToString() == ZaloSignature.AppSecretProof(zalo.Settings.AppSecret, token);
    }
}
