using System.Diagnostics.Metrics;

namespace Chatbot.Web.Health;

/// <summary>The last picture as metrics: <c>chatbot.health</c> (0 well, 1 degraded, 2 cannot store) and <c>chatbot.health.figure</c>, a series a part and figure.</summary>
internal sealed class HealthMeter(IMeterFactory meters, HealthBoard board)
{
    public void Publish()
    {
        var meter = meters.Create("Chatbot");
        meter.CreateObservableGauge("chatbot.health", () => States(), description: "0 well, 1 degraded, 2 cannot store events");
        meter.CreateObservableGauge("chatbot.health.figure", () => Figures(), description: "Queue lengths, waiting seconds, accounts by state");
    }

    private IEnumerable<Measurement<int>> States() =>
        board.Latest.Reports.Select(r => new Measurement<int>((int)r.Report.State, Tag("part", r.Name)));

    private IEnumerable<Measurement<long>> Figures() =>
        board.Latest.Reports.SelectMany(r => r.Report.Figures.Select(
            figure => new Measurement<long>(figure.Value, Tag("part", r.Name), Tag("figure", figure.Key))));

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
