using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Chatbot.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Metrics_and_traces_reach_the_collector_without_what_addresses_hold()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = await AppAsync(collector.Address))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            http.DefaultRequestHeaders.Add("User-Agent", "planted-agent");
            await http.GetStringAsync(new Uri("/hello/planted-code?hub.verify_token=planted-token", UriKind.Relative));
            await app.StopAsync();
        }

        var traces = collector.Received("/opentelemetry.proto.collector.trace.v1.TraceService/Export");
        var metrics = collector.Received("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");

        Assert.Contains("GET /hello/{code}", traces, StringComparison.Ordinal);
        Assert.Contains("bot answers", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("chatbot.test.count", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", traces + metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collector_nothing_listens()
    {
        await using var app = await AppAsync(collector: null);
        using var source = new ActivitySource("Chatbot");

        Assert.False(source.HasListeners());
    }

    [Fact]
    public async Task An_address_that_is_none_is_named_at_start()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => AppAsync("collector:4317/relative?no"));

        Assert.Contains("OtlpEndpoint", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> AppAsync(string? collector)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Telemetry:OtlpEndpoint"] = collector;
        builder.Configuration["Telemetry:TraceShare"] = "1";
        builder.AddTelemetry();
        var app = builder.Build();
        app.MapGet("/hello/{code}", (string code) =>
        {
            using var source = new ActivitySource("Chatbot");
            using var meter = new Meter("Chatbot");
            using var activity = source.StartActivity("bot answers");
            meter.CreateCounter<long>("chatbot.test.count").Add(1);
            return code.Length;
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Takes OTLP over gRPC as a collector does and keeps the bytes.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> received) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var received = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel =>
                kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
            var app = builder.Build();
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.ContentType = "application/grpc";
                context.Response.AppendTrailer("grpc-status", "0");
                await context.Response.Body.WriteAsync(new byte[5]);   // an empty answer: not compressed, length 0
            });
            await app.StartAsync();
            return new Collector(app, received);
        }

        public string Received(string path) => string.Concat(received.Where(r => r.Path == path).Select(r => r.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
