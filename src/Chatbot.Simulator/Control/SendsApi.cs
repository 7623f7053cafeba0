using Chatbot.Simulator.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary>The stand-in's own count of sends, for drills that kill the service: <c>/sends</c> lists them, <c>/sends/in-flight</c> counts those
/// under way at a moment of the machine's clock.</summary>
internal sealed class SendsApi(SendLedger sends)
{
    private const double DefaultMargin = 1_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sends", (long? after) => ControlApi.Answer(new { totals = sends.Totals, sends = sends.After(after ?? 0) }));
        routes.MapGet("/sends/in-flight", (DateTimeOffset? at, double? marginMilliseconds) => ControlApi.Answer(
            sends.InFlightAt(at ?? TimeProvider.System.GetUtcNow(), TimeSpan.FromMilliseconds(marginMilliseconds ?? DefaultMargin))));
    }
}
