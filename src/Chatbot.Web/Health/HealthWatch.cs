using Chatbot.Persistence;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Health;

/// <summary>Looks by itself and logs each change once, so that an alarm needs nothing but the log.</summary>
internal sealed class HealthWatch(
    HealthBoard board, HealthMeter meter, IOptions<HealthOptions> options, TimeProvider clock, ILogger<HealthWatch> logger) : BackgroundService
{
    private readonly Dictionary<string, HealthState> known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meter.Publish();
        using var timer = new PeriodicTimer(options.Value.WatchEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Tell(await board.LookAsync(stoppingToken));
    }

    private void Tell(HealthPicture picture)
    {
        foreach (var (name, report) in picture.Reports)
        {
            if (known.GetValueOrDefault(name, HealthState.Well) == report.State) continue;
            known[name] = report.State;
            if (report.State == HealthState.Well) logger.Recovered(name);
            else if (report.State == HealthState.Degraded) logger.Degraded(name, report.Detail);
            else logger.CannotStore(name, report.Detail);
        }
    }
}
