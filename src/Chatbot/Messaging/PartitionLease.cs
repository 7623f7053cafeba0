using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Messaging;

/// <summary>Which process works on a share of the conversations. A process that stops renewing loses it; every commit checks that it still holds it.</summary>
public sealed class PartitionLease
{
    public int Partition { get; init; }

    /// <summary>Empty: nobody.</summary>
    public required string Owner { get; init; }

    public DateTimeOffset LeaseUntil { get; init; }
}

/// <summary>A process that works, and when it last said so: shares are divided evenly among those alive.</summary>
public sealed class WorkerInstance
{
    public required string Id { get; init; }

    public DateTimeOffset SeenAt { get; init; }
}

internal sealed class PartitionLeaseMap : IEntityTypeConfiguration<PartitionLease>
{
    public void Configure(EntityTypeBuilder<PartitionLease> lease)
    {
        lease.HasKey(l => l.Partition);
        lease.Property(l => l.Partition).ValueGeneratedNever();
    }
}

internal sealed class WorkerInstanceMap : IEntityTypeConfiguration<WorkerInstance>
{
    public void Configure(EntityTypeBuilder<WorkerInstance> worker) => worker.HasKey(w => w.Id);
}
