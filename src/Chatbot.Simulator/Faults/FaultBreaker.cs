using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Faults;

/// <summary>The faults that happen to the connection and not to the message.</summary>
internal static class FaultBreaker
{
    private static readonly TimeSpan NeverAnswers = TimeSpan.FromMinutes(5);

    /// <returns>True when the call is over and nothing must be done.</returns>
    public static async Task<bool> BreakBeforeAsync(HttpContext http, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Latency:
                await WaitAsync(http, fault.Delay);
                return false;
            case FaultKind.ResetBeforeAccepting:
                http.Abort();
                return true;
            case FaultKind.ServerError:
                await HttpBodies.WriteAsync(http.Response, 500, new System.Text.Json.Nodes.JsonObject { ["status"] = "internal error" });
                return true;
            case FaultKind.Unauthorized:
                http.Response.StatusCode = 401;
                return true;
            case FaultKind.HtmlBadGateway:
                http.Response.StatusCode = 502;
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<html><body><h1>502 Bad Gateway</h1></body></html>", http.RequestAborted);
                return true;
            default:
                return false;
        }
    }

    /// <returns>True when the answer must not be sent although the work is done.</returns>
    public static async Task<bool> BreakAfterAsync(HttpContext http, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.TimeoutAfterAccepting:
                await WaitAsync(http, NeverAnswers);
                http.Abort();
                return true;
            case FaultKind.ResetAfterAccepting or FaultKind.LostRefreshResponse:
                http.Abort();
                return true;
            default:
                return false;
        }
    }

    private static async Task WaitAsync(HttpContext http, TimeSpan time)
    {
        try
        {
            await Task.Delay(time, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // the client gave up, which is what this fault is for
        }
    }
}
