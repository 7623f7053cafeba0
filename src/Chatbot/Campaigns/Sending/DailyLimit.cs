using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Sending;

/// <summary>How many messages of campaigns an office and those below it may each send on one day of Vietnam. Less than the setting only: whoever stands above decides the most.</summary>
public sealed class DailyLimit : IOfUnit, IAudited
{
    public const int Most = 10_000_000;

    /// <summary>The office.</summary>
    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>1 to <see cref="Most"/>.</summary>
    public int Messages { get; set; }

    Guid IAudited.AuditUnitId => UnitId;
}

/// <summary>What an office has sent on one day, as a row that all processes share.</summary>
public sealed class DailySending
{
    public Guid UnitId { get; init; }

    /// <summary>Of Vietnam.</summary>
    public DateOnly Day { get; init; }

    public int Used { get; init; }

    /// <summary>What the last call was given.</summary>
    public int Granted { get; init; }
}

internal sealed class DailyLimitMap : IEntityTypeConfiguration<DailyLimit>
{
    public void Configure(EntityTypeBuilder<DailyLimit> limit)
    {
        limit.Property(l => l.Id).ValueGeneratedNever();
        limit.HasOne<Unit>().WithMany().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Restrict);
        limit.HasIndex(l => l.UnitId).IsUnique();
    }
}

internal sealed class DailySendingMap : IEntityTypeConfiguration<DailySending>
{
    public void Configure(EntityTypeBuilder<DailySending> sending) => sending.HasKey(s => new { s.UnitId, s.Day });
}
