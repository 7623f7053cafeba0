using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>graph.facebook.com</c> as a whole: faults, the answer, the journal and the headers every answer has.</summary>
internal sealed class GraphApi(FacebookPlatform facebook, SimulatorCore core)
{
    private readonly GraphGate gate = new(facebook, core);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/{**path}", HandleAsync);
        routes.MapPost("/", HandleAsync);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var ticket = MaySend(http) ? core.Sends.Begin(http, Platform.Facebook) : null;
        var body = await HttpBodies.ReadAsync(http.Request, http.RequestAborted);
        var request = await GraphRequest.ReadAsync(http, body);
        var fault = facebook.Faults.Draw(request?.Edge == "messages" ? FaultScope.Send : FaultScope.Other);
        if (await FaultBreaker.BreakBeforeAsync(http, fault))
        {
            core.Journal.Call(Platform.Facebook, http.Request.Method, http.Request.Path, body, null, fault!.Kind.ToString());
            return;
        }

        var reply = request is null ? GraphErrors.Bad("Invalid JSON") : await gate.AnswerAsync(request, fault, http);
        core.Journal.Call(Platform.Facebook, http.Request.Method, http.Request.Path, body, reply.Status, reply.IsOk ? "" : reply.Body().ToJsonString());
        if (ticket is not null) foreach (var messageId in reply.Delivered) core.Sends.Accept(ticket, messageId);
        if (await FaultBreaker.BreakAfterAsync(http, fault)) return;
        if (fault?.Kind == FaultKind.ErrorThoughDelivered) reply = GraphErrors.DeliveredButFailed;
        WriteHeaders(http.Response, request?.Version ?? "");
        await HttpBodies.WriteAsync(http.Response, fault?.Kind == FaultKind.ErrorInsideOk ? 200 : reply.Status, Worded(reply));
        if (ticket is not null) ticket.IsWritten = true;
    }

    /// <summary>Sends go to <c>messages</c> or, in a batch, to the root.</summary>
    private static bool MaySend(HttpContext http)
    {
        if (http.Request.Method != HttpMethods.Post) return false;
        var path = http.Request.RouteValues["path"]?.ToString()?.TrimEnd('/') ?? "";
        return path.EndsWith("/messages", StringComparison.Ordinal) || path.Length == 0 || GraphRequest.IsVersion(path);
    }

    private static void WriteHeaders(HttpResponse response, string version)
    {
        response.Headers["facebook-api-version"] = GraphGate.Served(version);
        response.Headers["x-fb-trace-id"] = Ids.Opaque(8);
        response.Headers["x-fb-request-id"] = Ids.Opaque(12);
        response.Headers["x-fb-rev"] = "1030000000";
    }

    private System.Text.Json.Nodes.JsonNode Worded(GraphReply reply)
    {
        var body = reply.Body();
        if (facebook.Settings.UserErrorTexts && body["error"] is System.Text.Json.Nodes.JsonObject error)
            (error["error_user_title"], error["error_user_msg"]) = ("Không thực hiện được", "Yêu cầu này hiện không thực hiện được.");
        return body;
    }
}
