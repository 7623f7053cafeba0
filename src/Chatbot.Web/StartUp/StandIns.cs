using Chatbot.Simulator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chatbot.Web.StartUp;

/// <summary>Development only: the two platforms as stand-ins in this process, so that the service can be tried without an account anywhere.</summary>
internal sealed class StandIns(SimulatorApp simulator) : IAsyncDisposable
{
    private const int PreferredPort = 5081;

    /// <summary>Starts the stand-ins and points the service at them, each platform only as far as the settings do not name the real one.</summary>
    /// <returns>Null outside Development, or where both platforms are named by settings.</returns>
    public static async Task<StandIns?> StartAsync(WebApplicationBuilder builder, CancellationToken ct)
    {
        if (!builder.Environment.IsDevelopment()) return null;
        var (zalo, facebook) = (IsOpen(builder, "Zalo:ApiBaseAddress"), IsOpen(builder, "Facebook:GraphBaseAddress"));
        if (!zalo && !facebook) return null;
        var simulator = await StartOnFreePortAsync(builder.Configuration.GetValue("StandIns:Port", PreferredPort), ct);
        builder.Configuration.AddInMemoryCollection(Settings(simulator, zalo, facebook));
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

    private static async Task<SimulatorApp> StartOnFreePortAsync(int port, CancellationToken ct)
    {
        try
        {
            return await SimulatorApp.StartAsync(new SimulatorOptions { Port = port }, ct);
        }
        catch (IOException) when (port != 0)
        {
            // The usual port is taken, by a second copy for instance: any other will do, its address is printed.
            return await SimulatorApp.StartAsync(new SimulatorOptions { Port = 0 }, ct);
        }
    }

    private static Dictionary<string, string?> Settings(SimulatorApp simulator, bool zalo, bool facebook)
    {
        var settings = new Dictionary<string, string?>();
        if (zalo) AddZalo(settings, simulator);
        if (facebook) AddFacebook(settings, simulator);
        return settings;
    }

    private static void AddZalo(Dictionary<string, string?> settings, SimulatorApp simulator)
    {
        var (zalo, account) = (simulator.Options.Zalo, simulator.Options.Zalo.Accounts[0]);
        settings["Zalo:AppId"] = zalo.AppId;
        settings["Zalo:AppSecret"] = zalo.AppSecret;
        settings["Zalo:OaSecretKey"] = zalo.OaSecretKey;
        settings["Zalo:ApiBaseAddress"] = simulator.ZaloApiBaseAddress.ToString();
        settings["Zalo:OAuthBaseAddress"] = simulator.ZaloOAuthBaseAddress.ToString();
        settings["Zalo:Accounts:0:OaId"] = account.OaId;
        settings["Zalo:Accounts:0:AccessToken"] = account.AccessToken;
        settings["Zalo:Accounts:0:RefreshToken"] = account.RefreshToken;
    }

    private static void AddFacebook(Dictionary<string, string?> settings, SimulatorApp simulator)
    {
        var (facebook, page) = (simulator.Options.Facebook, simulator.Options.Facebook.Pages[0]);
        settings["Facebook:AppId"] = facebook.AppId;
        settings["Facebook:AppSecret"] = facebook.AppSecret;
        settings["Facebook:VerifyToken"] = facebook.VerifyToken;
        settings["Facebook:GraphBaseAddress"] = simulator.GraphBaseAddress.ToString();
        settings["Facebook:Pages:0:PageId"] = page.PageId;
        settings["Facebook:Pages:0:AccessToken"] = page.AccessToken;
    }
}
