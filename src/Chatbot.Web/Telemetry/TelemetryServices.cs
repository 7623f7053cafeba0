namespace Chatbot.Web.Telemetry;

public static class TelemetryServices
{
    private const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Logs for machines in Production; metrics and traces over OTLP when a collector is named, else none and at no cost.</summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.AddJsonLogs();
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations()
            .Validate(IsWebAddress, "Telemetry:OtlpEndpoint must be an address that begins with http:// or https://.").ValidateOnStart();
        var configured = builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}"];
        if (string.IsNullOrWhiteSpace(configured) && string.IsNullOrWhiteSpace(builder.Configuration[StandardEndpoint])) return builder;
        // ASP.NET Core fills in the span's own fields only when asked to.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddSingleton<IStartupFilter, RouteNames>();
        builder.Services.AddHostedService<TelemetryExport>();
        return builder;
    }

    private static bool IsWebAddress(TelemetryOptions options) =>
        options.OtlpEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
