using Microsoft.Extensions.Configuration.Memory;

namespace Chatbot.Web.Telemetry;

/// <summary>One JSON object a line in Production. Scopes are left out: they carry the address of the request, which may hold a one-time code.</summary>
internal static class JsonLogs
{
    /// <summary>What would tell addresses or fill the disk is quiet unless the settings say otherwise.</summary>
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:Quartz"] = "Warning",
    };

    public static void AddJsonLogs(this IHostApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        if (!builder.Environment.IsProduction()) return;
        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = false;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
    }
}
