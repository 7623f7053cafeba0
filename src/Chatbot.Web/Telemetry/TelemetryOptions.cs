using System.ComponentModel.DataAnnotations;

namespace Chatbot.Web.Telemetry;

/// <summary>Section <c>Telemetry</c>. The standard variables <c>OTEL_EXPORTER_OTLP_*</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> are honoured too.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The collector, for example <c>http://127.0.0.1:4317</c> (gRPC). Null, and no <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: nothing is measured or sent.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Name of the service in the collector.</summary>
    [Required]
    public string ServiceName { get; init; } = "chatbot";

    /// <summary>Share of the traces that is kept: 0 none, 1 all. What a caller's own trace asks for is ignored, as the platforms are strangers.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; init; } = 0.1;

    /// <summary>How often metrics are sent.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MetricsEvery { get; init; } = TimeSpan.FromSeconds(30);
}
