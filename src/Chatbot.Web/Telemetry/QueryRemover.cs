using System.Diagnostics;
using OpenTelemetry;

namespace Chatbot.Web.Telemetry;

/// <summary>Takes out of spans what addresses may hold: verify tokens and OAuth codes in queries, one-time codes in paths that no route names.</summary>
internal sealed class QueryRemover : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.query", "url.full", "url.path", "http.url", "http.target", "user_agent.original", "client.address"];

    public override void OnEnd(Activity data)
    {
        foreach (var address in Addresses)
            if (data.GetTagItem(address) is not null) data.SetTag(address, null);
    }
}
