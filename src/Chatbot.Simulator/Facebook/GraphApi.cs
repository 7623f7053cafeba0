using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>graph.facebook.com</c>: version, token, proof and limits, then the endpoint.</summary>
internal sealed class GraphApi(FacebookPlatform facebook, SimulatorCore core)
{
    private const int BatchLimit = 50;
    private const string OldestVersion = "v21.0";
    private static readonly HashSet<string> Living = ["v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0"];
    private static readonly HashSet<string> Removed = ["v17.0", "v18.0", "v19.0", "v20.0"];
    private readonly GraphRoutes endpoints = new(facebook, core);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/{**path}", HandleAsync);
        routes.MapPost("/", HandleAsync);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var body = await HttpBodies.ReadAsync(http.Request, http.RequestAborted);
        var request = await GraphRequest.ReadAsync(http, body);
        var fault = facebook.Faults.Draw(request?.Edge == "messages" ? FaultScope.Send : FaultScope.Other);
        if (await FaultBreaker.BreakBeforeAsync(http, fault))
        {
            core.Journal.Call(Platform.Facebook, http.Request.Method, http.Request.Path, body, null, fault!.Kind.ToString());
            return;
        }

        var reply = request is null ? GraphErrors.Bad("Invalid JSON") : await AnswerAsync(request, fault, http);
        core.Journal.Call(Platform.Facebook, http.Request.Method, http.Request.Path, body, reply.Status, reply.IsOk ? "" : reply.Body().ToJsonString());
        if (await FaultBreaker.BreakAfterAsync(http, fault)) return;
        if (fault?.Kind == FaultKind.ErrorThoughDelivered) reply = GraphErrors.DeliveredButFailed;
        http.Response.Headers["facebook-api-version"] = Served(request?.Version ?? "");
        http.Response.Headers["x-fb-trace-id"] = Ids.Opaque(8);
        await HttpBodies.WriteAsync(http.Response, fault?.Kind == FaultKind.ErrorInsideOk ? 200 : reply.Status, reply.Body());
    }

    private async Task<GraphReply> AnswerAsync(GraphRequest request, Fault? fault, HttpContext http)
    {
        if (RefuseVersion(request.Version) is { } wrongVersion) return wrongVersion;
        if (Planned(fault) is { } planned) return planned;
        if (request is { Node: "", Method: "POST" }) return await BatchAsync(request, http);
        return await DispatchAsync(request, fault, http);
    }

    private async Task<GraphReply> DispatchAsync(GraphRequest request, Fault? fault, HttpContext http)
    {
        var settings = facebook.Settings;
        if (request.Token.Length == 0) return GraphErrors.TokenMissing;
        if (RefuseProof(request) is { } wrongProof) return wrongProof;
        if (request.Token == $"{settings.AppId}|{settings.AppSecret}") return await endpoints.ForAppAsync(request, http.RequestAborted);
        var page = facebook.Pages.FirstOrDefault(p => p.Settings.AccessToken == request.Token);
        if (page is null) return GraphErrors.TokenInvalid;
        if (page.TokenState != PageTokenState.Valid)
            return page.TokenState == PageTokenState.Expired ? GraphErrors.TokenExpired : GraphErrors.TokenRevoked;
        if (request.Edge.Length > 0 && request.Node != "me" && request.Node != page.PageId)
            return settings.WrongPageIsTokenError ? GraphErrors.TokenInvalid : GraphErrors.NoMatchingUser;
        return Limit(page, http) ?? endpoints.ForPage(page, request, fault);
    }

    private GraphReply? Limit(FacebookPage page, HttpContext http)
    {
        var (now, allowed) = (core.Clock.GetUtcNow(), facebook.Settings.CallsPerEngagedUser * Math.Max(1, page.EngagedUsers));
        var refusal = page.Limits.Call(now, allowed);
        page.Limits.WriteHeaders(http.Response, page.PageId, now, allowed);
        return core.Options.LimitsEnabled ? refusal : null;
    }

    /// <summary>Up to fifty calls in one; each counts, each fails alone, order is kept.</summary>
    private async Task<GraphReply> BatchAsync(GraphRequest outer, HttpContext http)
    {
        if (outer.Json("batch") is not { ValueKind: JsonValueKind.Array } items) return GraphErrors.Bad("The parameter batch is required");
        if (items.GetArrayLength() > BatchLimit) return GraphErrors.Bad("Too many requests in batch message. Maximum batch size is 50");
        var answers = new JsonArray();
        foreach (var item in items.EnumerateArray())
        {
            var reply = await DispatchAsync(Inner(outer, item), facebook.Faults.Draw(FaultScope.Send), http);
            answers.Add((JsonNode)new JsonObject
            {
                ["code"] = reply.Status,
                ["headers"] = new JsonArray(new JsonObject { ["name"] = "Content-Type", ["value"] = "application/json" }),
                ["body"] = reply.Body().ToJsonString(),
            });
        }

        return GraphReply.Ok(answers);
    }

    private static GraphRequest Inner(GraphRequest outer, JsonElement item)
    {
        var url = item.Text("relative_url").Split('?', 2);
        var query = Parse(url.ElementAtOrDefault(1) ?? "");
        var members = new JsonObject();
        foreach (var (name, value) in Parse(item.Text("body"))) members[name] = value;
        var request = GraphRequest.At(item.Text("method"), url[0], query, JsonSerializer.SerializeToElement(members), "");
        return request.Token.Length > 0 ? request : request with { Token = outer.Token };
    }

    private static Dictionary<string, string> Parse(string form) => QueryHelpers.ParseQuery(form).ToDictionary(p => p.Key, p => p.Value.ToString());

    private GraphReply? RefuseVersion(string version)
    {
        if (version.Length == 0 || Living.Contains(version)) return null;
        return Removed.Contains(version) && !facebook.Settings.RefuseRemovedVersions ? null : GraphErrors.UnknownPath;
    }

    private static string Served(string version) => Living.Contains(version) ? version : OldestVersion;

    private GraphReply? RefuseProof(GraphRequest request)
    {
        var proof = request.Text("appsecret_proof");
        if (proof.Length == 0) return facebook.Settings.RequireAppSecretProof && !request.Token.Contains('|', StringComparison.Ordinal) ? GraphErrors.ProofMissing : null;
        return proof == FacebookSignature.AppSecretProof(facebook.Settings.AppSecret, request.Token) ? null : GraphErrors.ProofWrong;
    }

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
