using Chatbot.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Facebook;

/// <summary>What stands before every endpoint: version, planned fault, token, proof, limits. Batch items come through here too.</summary>
internal sealed class GraphGate
{
    private const string OldestVersion = "v21.0";
    private static readonly HashSet<string> Living = ["v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0"];
    private static readonly HashSet<string> Removed = ["v17.0", "v18.0", "v19.0", "v20.0"];
    private readonly FacebookPlatform facebook;
    private readonly SimulatorCore core;
    private readonly GraphRoutes endpoints;
    private readonly GraphAppRoutes appEndpoints;
    private readonly GraphBatch batch;

    public GraphGate(FacebookPlatform facebook, SimulatorCore core)
    {
        (this.facebook, this.core) = (facebook, core);
        (endpoints, appEndpoints, batch) = (new GraphRoutes(facebook, core), new GraphAppRoutes(facebook), new GraphBatch(this, facebook));
    }

    public async Task<GraphReply> AnswerAsync(GraphRequest request, Fault? fault, HttpContext http)
    {
        if (RefuseVersion(request.Version) is { } wrongVersion) return wrongVersion;
        if (Planned(fault) is { } planned) return planned;
        return request is { Node: "", Method: "POST" } ? await batch.RunAsync(request, http) : await DispatchAsync(request, fault, http);
    }

    /// <summary>One call with its token.</summary>
    public async Task<GraphReply> DispatchAsync(GraphRequest request, Fault? fault, HttpContext http)
    {
        var settings = facebook.Settings;
        if (request.Token.Length == 0) return GraphErrors.TokenMissing;
        if (RefuseProof(request) is { } wrongProof) return wrongProof;
        if (request.Token == $"{settings.AppId}|{settings.AppSecret}")
            return LimitApp() ?? await appEndpoints.HandleAsync(request, http.RequestAborted);
        var page = facebook.Pages.FirstOrDefault(p => p.Settings.AccessToken == request.Token);
        if (page is null) return GraphErrors.TokenInvalid;
        if (RefuseToken(page.TokenState) is { } dead) return dead;
        if (Limit(page, http) is { } limited) return limited;
        return await facebook.MediaFetch.RefuseAsync(request, http.RequestAborted) ?? endpoints.Handle(page, request, fault);
    }

    /// <summary>The version that really answers.</summary>
    public static string Served(string version) => Living.Contains(version) ? version : OldestVersion;

    private GraphReply? Limit(FacebookPage page, HttpContext http)
    {
        var (now, allowed) = (core.Clock.GetUtcNow(), facebook.Settings.CallsPerEngagedUser * Math.Max(1, page.EngagedUsers));
        var refusal = page.Limits.Call(now, allowed);
        page.Limits.WriteHeaders(http.Response, page.PageId, now, allowed);
        return core.Options.LimitsEnabled ? refusal : null;
    }

    private GraphReply? LimitApp()
    {
        var used = facebook.AppCalls.Add(core.Clock.GetUtcNow(), TimeSpan.FromHours(1));
        return core.Options.LimitsEnabled && used > facebook.Settings.AppCallsPerHour ? GraphErrors.AppLimit : null;
    }

    private GraphReply? RefuseVersion(string version)
    {
        if (version.Length == 0 || Living.Contains(version)) return null;
        return Removed.Contains(version) && !facebook.Settings.RefuseRemovedVersions ? null : GraphErrors.UnknownPath;
    }

    private GraphReply? RefuseProof(GraphRequest request)
    {
        var proof = request.Text("appsecret_proof");
        if (proof.Length == 0) return facebook.Settings.RequireAppSecretProof && !request.Token.Contains('|', StringComparison.Ordinal) ? GraphErrors.ProofMissing : null;
        return proof == FacebookSignature.AppSecretProof(facebook.Settings.AppSecret, request.Token) ? null : GraphErrors.ProofWrong;
    }

    private static GraphReply? RefuseToken(PageTokenState state) => state switch
    {
        PageTokenState.Expired => GraphErrors.TokenExpired,
        PageTokenState.Revoked => GraphErrors.TokenRevoked,
        PageTokenState.AppRemoved => GraphErrors.AppRemoved,
        _ => null,
    };

    private static GraphReply? Planned(Fault? fault) => fault?.Kind switch
    {
        FaultKind.TokenExpired => GraphErrors.TokenExpired,
        FaultKind.TokenInvalid => GraphErrors.TokenInvalid,
        FaultKind.AccountDisabled => GraphErrors.AppRemoved,
        FaultKind.RateLimited => GraphErrors.RateLimited,
        FaultKind.ErrorInsideOk => GraphErrors.Make(2, null, "Service temporarily unavailable", true),
        _ => null,
    };
}
