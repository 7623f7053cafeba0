using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Files;

/// <summary>A picture, recording or paper that a citizen sent in a talk with an open case: fetched once from the platform, whose address expires, and kept as
/// long as the talk's words. The content lies encrypted in the <see cref="FileStore"/> under the id alone.</summary>
public sealed class CitizenFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Erased with it.</summary>
    public Guid ConversationId { get; init; }

    /// <summary>Our number of the message that it came with.</summary>
    public long EventId { get; init; }

    /// <summary>From 0, within the message.</summary>
    public int Position { get; init; }

    public CitizenFileState State { get; private set; }

    /// <summary>Null unless it was refused.</summary>
    public FileRefusal? Refusal { get; private set; }

    /// <summary>Where the platform keeps it, encrypted; empty once it was fetched or refused.</summary>
    public string Address { get; private set; } = "";

    /// <summary>As the citizen named it, encrypted; empty: the platform told none.</summary>
    public string Name { get; init; } = "";

    /// <summary>By the content; empty until it is stored.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes; 0 until it is stored.</summary>
    public long Size { get; private set; }

    /// <summary>How often it was begun to be fetched.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be fetched before; a process that dies while fetching leaves it to the next one then.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset FoundAt { get; init; }

    public static CitizenFile Found(Guid conversationId, long eventId, int position, string address, string name, DateTimeOffset now) => new()
    {
        ConversationId = conversationId, EventId = eventId, Position = position, Address = address, Name = name, FoundAt = now, NextAttemptAt = now,
    };
}

public enum CitizenFileState { Waiting, Stored, Refused }

/// <summary>Host: not one that the platforms keep files at. Kind: may hold something that runs, or is nothing that we know. Gone: the platform has it no more. Unreachable: tried for hours.</summary>
public enum FileRefusal { Host, TooLarge, Kind, Gone, Unreachable }

/// <summary>Up to which message a talk was looked through for files.</summary>
public sealed class CitizenFileMark
{
    public Guid ConversationId { get; init; }

    public long EventId { get; set; }
}

internal sealed class CitizenFileMap : IEntityTypeConfiguration<CitizenFile>
{
    public void Configure(EntityTypeBuilder<CitizenFile> file)
    {
        file.HasIndex(f => new { f.EventId, f.Position }).IsUnique();
        file.HasIndex(f => f.ConversationId);
        file.HasIndex(f => f.NextAttemptAt).HasFilter("state = 'Waiting'");
        file.HasOne<Conversation>().WithMany().HasForeignKey(f => f.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CitizenFileMarkMap : IEntityTypeConfiguration<CitizenFileMark>
{
    public void Configure(EntityTypeBuilder<CitizenFileMark> mark)
    {
        mark.HasKey(m => m.ConversationId);
        mark.Property(m => m.ConversationId).ValueGeneratedNever();
        mark.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
