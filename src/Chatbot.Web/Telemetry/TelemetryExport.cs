using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Chatbot.Web.Telemetry;

/// <summary>Sends metrics and traces over OTLP while the service runs; what is left is sent when it stops.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, ILogger<TelemetryExport> logger) : IHostedLifecycleService, IDisposable
{
    // Npgsql's traces are left out: they carry SQL text.
    private static readonly string[] Sources = ["Chatbot*", "Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly string[] Meters =
        ["Chatbot*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql"];

    private TracerProvider? traces;
    private MeterProvider? metrics;

    /// <summary>Before everything else starts, so that the first work is seen.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(options.Value.ServiceName, autoGenerateServiceInstanceId: true);
        traces = BuildTraces(resource);
        metrics = BuildMetrics(resource);
        logger.Exporting(options.Value.TraceShare, options.Value.MetricsEvery);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After everything else has stopped; a collector that does not answer holds the stop up for 5 s at most.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            traces?.Shutdown(timeoutMilliseconds: 2500);
            metrics?.Shutdown(timeoutMilliseconds: 2500);
        }, cancellationToken);

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private TracerProvider BuildTraces(ResourceBuilder resource) => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(resource)
        .SetSampler(new OwnShareSampler(options.Value.TraceShare))
        .AddSource(Sources)
        .AddProcessor(new QueryRemover())
        .AddOtlpExporter(Address)
        .Build();

    private MeterProvider BuildMetrics(ResourceBuilder resource) => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(resource)
        .AddMeter(Meters)
        .AddOtlpExporter((exporter, reader) =>
        {
            Address(exporter);
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Value.MetricsEvery.TotalMilliseconds;
        })
        .Build();

    private void Address(OtlpExporterOptions exporter)
    {
        if (options.Value.OtlpEndpoint is { } endpoint) exporter.Endpoint = endpoint;
    }
}
