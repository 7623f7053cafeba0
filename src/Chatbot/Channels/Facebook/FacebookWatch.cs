using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>Takes over the settings' Pages before the first webhook is served, then looks at tokens and subscriptions again and again.</summary>
internal sealed class FacebookWatch(FacebookTokens tokens, IOptionsMonitor<FacebookOptions> options, TimeProvider clock, ILogger<FacebookWatch> log)
    : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.IsConfigured) return;
        await tokens.SeedAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CurrentValue.CheckInterval, clock);
        do
        {
            await CheckAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        try
        {
            await tokens.CheckAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.WatchFailed(e);   // a watch that died unseen would be worse than one that is late
        }
    }
}
