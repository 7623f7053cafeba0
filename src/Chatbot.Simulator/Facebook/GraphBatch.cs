using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Chatbot.Simulator.Facebook;

/// <summary>Up to fifty calls in one; each counts, each fails alone, order is kept. A planned fault that breaks connections leaves an item null,
/// as when the platform's own time for the batch is over.</summary>
internal sealed class GraphBatch(GraphGate gate, FacebookPlatform facebook)
{
    private const int Limit = 50;

    public async Task<GraphReply> RunAsync(GraphRequest outer, HttpContext http)
    {
        if (outer.Token.Length == 0) return GraphErrors.TokenMissing;
        if (outer.Json("batch") is not { ValueKind: JsonValueKind.Array } items) return GraphErrors.Bad("The parameter batch is required");
        if (items.GetArrayLength() > Limit) return GraphErrors.Bad("Too many requests in batch message. Maximum batch size is 50");
        var withHeaders = outer.Text("include_headers") != "false";
        var (answers, delivered) = (new JsonArray(), new List<string>());
        foreach (var item in items.EnumerateArray())
        {
            var reply = await AnswerAsync(Inner(outer, item), http);
            delivered.AddRange(reply?.Delivered ?? []);
            answers.Add(reply is null || (reply.IsOk && item.Text("omit_response_on_success") == "true") ? null : Item(reply, withHeaders));
        }

        return GraphReply.Ok(answers) with { Delivered = delivered };
    }

    /// <returns>Null: no answer within the batch's time.</returns>
    private async Task<GraphReply?> AnswerAsync(GraphRequest request, HttpContext http)
    {
        var fault = facebook.Faults.Draw(request.Edge == "messages" ? FaultScope.Send : FaultScope.Other);
        if (fault?.Kind == FaultKind.ResetBeforeAccepting) return null;
        if (fault?.Kind == FaultKind.RateLimited) return GraphErrors.RateLimited;
        var reply = await gate.DispatchAsync(request, fault, http);
        return fault?.Kind switch
        {
            FaultKind.ErrorThoughDelivered => GraphErrors.DeliveredButFailed with { Delivered = reply.Delivered },
            FaultKind.TimeoutAfterAccepting or FaultKind.ResetAfterAccepting => null,
            _ => reply,
        };
    }

    private static JsonObject Item(GraphReply reply, bool withHeaders)
    {
        var answer = new JsonObject { ["code"] = reply.Status };
        if (withHeaders) answer["headers"] = new JsonArray(new JsonObject { ["name"] = "Content-Type", ["value"] = "application/json" });
        answer["body"] = reply.Body().ToJsonString();
        return answer;
    }

    private static GraphRequest Inner(GraphRequest outer, JsonElement item)
    {
        var url = item.Text("relative_url").Split('?', 2);
        var query = Parse(url.ElementAtOrDefault(1) ?? "");
        var members = new JsonObject();
        foreach (var (name, value) in Parse(item.Text("body"))) members[name] = value;
        if (outer.Text("appsecret_proof") is { Length: > 0 } proof && !query.ContainsKey("access_token")) query.TryAdd("appsecret_proof", proof);
        var request = GraphRequest.At(item.Text("method"), url[0], query, JsonSerializer.SerializeToElement(members), "");
        return request.Token.Length > 0 ? request : request with { Token = outer.Token };
    }

    private static Dictionary<string, string> Parse(string form) => QueryHelpers.ParseQuery(form).ToDictionary(p => p.Key, p => p.Value.ToString());
}
