using Chatbot.Simulator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chatbot.Web.StartUp;

/// <summary>Development only: the two platforms as stand-ins in this process, so that the service can be tried without an account anywhere.</summary>
internal sealed class StandIns(SimulatorApp simulator) : IAsyncDisposable
{
    private const int PreferredPort = 5081;

    /// <summary>Starts the stand-ins and points the service at them, each platform only where the settings do not name the real one. What the settings give is kept, here and there.</summary>
    /// <returns>Null outside Development, or where both platforms are named by settings.</returns>
    public static async Task<StandIns?> StartAsync(WebApplicationBuilder builder, CancellationToken ct)
    {
        if (!builder.Environment.IsDevelopment()) return null;
        var (zalo, facebook) = (IsOpen(builder, "Zalo:ApiBaseAddress"), IsOpen(builder, "Facebook:GraphBaseAddress"));
        if (!zalo && !facebook) return null;
        var simulator = await StartOnFreePortAsync(builder.Configuration, ct);
        builder.Configuration.AddInMemoryCollection(StandInSettings.Missing(builder.Configuration, simulator, zalo, facebook));
        return new StandIns(simulator);
    }

    /// <summary>The page on which one writes as a citizen.</summary>
    public Uri Address => simulator.Address;

    /// <summary>Tells the stand-ins where the service listens; from now on what citizens write arrives there.</summary>
    public void Connect(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var service = new Uri(bound.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        simulator.Options.Zalo.WebhookUrl = new Uri(service, "/webhooks/zalo");
        simulator.Options.Facebook.WebhookUrl = new Uri(service, "/webhooks/facebook");
    }

    public ValueTask DisposeAsync() => simulator.DisposeAsync();

    private static bool IsOpen(WebApplicationBuilder builder, string key) => string.IsNullOrEmpty(builder.Configuration[key]);

    private static async Task<SimulatorApp> StartOnFreePortAsync(IConfiguration given, CancellationToken ct)
    {
        var port = given.GetValue("StandIns:Port", PreferredPort);
        try
        {
            return await SimulatorApp.StartAsync(StandInSettings.Options(given, port), ct);
        }
        catch (IOException) when (port != 0)
        {
            // The usual port is taken, by a second copy for instance: any other will do, its address is printed.
            return await SimulatorApp.StartAsync(StandInSettings.Options(given, port: 0), ct);
        }
    }
}
