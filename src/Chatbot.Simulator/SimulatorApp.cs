using System.Net;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Control;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Journal;
using Chatbot.Simulator.Pages;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;
using Chatbot.Simulator.Zalo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Simulator;

/// <summary>A running stand-in for both platforms on one loopback port; the service is pointed at it by base addresses only.</summary>
public sealed class SimulatorApp : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly SimulatorCore core;

    private SimulatorApp(WebApplication host, SimulatorCore core, ZaloPlatform zalo, FacebookPlatform facebook) =>
        (this.host, this.core, Zalo, Facebook) = (host, core, zalo, facebook);

    public ZaloPlatform Zalo { get; }

    public FacebookPlatform Facebook { get; }

    /// <summary>The platforms' time.</summary>
    public SimulatorClock Clock => core.Clock;

    public SimulatorJournal Journal => core.Journal;

    /// <summary>Requests that send messages, and how far their answers came.</summary>
    public SendLedger Sends => core.Sends;

    public CitizenRegistry Citizens => core.Citizens;

    public SimulatorOptions Options => core.Options;

    /// <summary>Where the simulator listens; the page "Sân thử" is at its root.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Stands for <c>https://openapi.zalo.me</c>.</summary>
    public Uri ZaloApiBaseAddress => new(Address, "/zalo-api/");

    /// <summary>Stands for <c>https://oauth.zaloapp.com</c>.</summary>
    public Uri ZaloOAuthBaseAddress => new(Address, "/zalo-oauth/");

    /// <summary>Stands for <c>https://business.openapi.zalo.me</c>.</summary>
    public Uri ZaloBusinessBaseAddress => new(Address, "/zalo-business/");

    /// <summary>Stands for <c>https://graph.facebook.com</c>.</summary>
    public Uri GraphBaseAddress => new(Address, "/graph/");

    /// <summary>Builds a simulator and starts it. Webhook targets need not be reachable, or even known, yet.</summary>
    public static async Task<SimulatorApp> StartAsync(SimulatorOptions options, CancellationToken ct)
    {
        options.FillIn();
        var core = CoreOf(options);
        var (zalo, facebook) = (new ZaloPlatform(core), new FacebookPlatform(core));
        var host = BuildHost(options);
        var app = new SimulatorApp(host, core, zalo, facebook);
        app.Map(host);
        await host.StartAsync(ct);
        var bound = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        app.Address = facebook.Media.Address = new Uri(bound);
        return app;
    }

    /// <summary>Moves the platforms' time forward and waits for whatever falls due on the way: retries, receipts, expiries.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken ct) => core.Schedule.AdvanceAsync(by, ct);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await core.Schedule.DisposeAsync();
        await host.DisposeAsync();
        core.Poster.Dispose();
        Facebook.MediaFetch.Dispose();
    }

    private static SimulatorCore CoreOf(SimulatorOptions options)
    {
        var clock = new SimulatorClock(TimeProvider.System, options.FrozenAt);
        var journal = new SimulatorJournal(clock, options.JournalCapacity);
        var schedule = new Schedule(clock, failure => journal.Notice(Platform.Zalo, "The simulator itself failed: " + failure));
        return new SimulatorCore(
            options, clock, schedule, journal, new SeededRandom(options.Seed), new WebhookPoster(options.WebhookConcurrency), new CitizenRegistry(), new LiveFeed(),
            new SendLedger(TimeProvider.System, options.SendLedgerCapacity));
    }

    private static WebApplication BuildHost(SimulatorOptions options)
    {
        // Empty on purpose: no environment variables, no configuration files and no logging of the process it may live in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Chatbot.Simulator" });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        return builder.Build();
    }

    private void Map(WebApplication web)
    {
        web.Use((http, next) =>
        {
            core.Sends.NoteRequest(http.Connection.Id);
            return next(http);
        });
        web.UseRouting();
        new ZaloApi(Zalo, core).Map(web.MapGroup("/zalo-api"));
        new ZaloBusinessApi(Zalo, core).Map(web.MapGroup("/zalo-business"));
        new ZaloOAuth(Zalo, core).Map(web.MapGroup("/zalo-oauth"));
        new GraphApi(Facebook, core).Map(web.MapGroup("/graph"));
        Facebook.Media.Map(web);
        new ControlApi(this, core).Map(web.MapGroup("/control"));
        new SanThuPage(Zalo).Map(web);
    }

    /// <summary>Starting and stopping is the owner's business, not the console's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
