using Microsoft.Extensions.Hosting;

namespace Chatbot.Messaging;

/// <summary>Runs the <see cref="PartitionOwner"/> as long as the process works, and gives its shares back last of all.</summary>
internal sealed class PartitionKeeper(PartitionOwner owner, OutboxPump outbox) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        owner.Taken = outbox.RecoverAsync;
        return owner.RunAsync(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await owner.ReleaseAsync(cancellationToken);
    }
}
