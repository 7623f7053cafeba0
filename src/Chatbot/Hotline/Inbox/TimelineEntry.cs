using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;

namespace Chatbot.Hotline.Inbox;

/// <summary>One thing in a talk, as an official reads it.</summary>
public abstract record TimelineEntry(DateTimeOffset At)
{
    /// <param name="EventId">Our number of the event; attachments are fetched by it.</param>
    /// <param name="Text">Null: expired, erased, or the keys are gone.</param>
    public sealed record CitizenSaid(DateTimeOffset At, long EventId, Channel Channel, string? Text, IReadOnlyList<Attachment> Attachments) : TimelineEntry(At)
    {
        /// <summary>A button was pressed; <see cref="Text"/> is its title or payload.</summary>
        public bool IsPress { get; init; }

        /// <summary>A message sent before was changed into this.</summary>
        public bool IsCorrection { get; init; }

        /// <summary>WGS 84; null: no position was shared.</summary>
        public SharedLocation? Location { get; init; }

        /// <summary>What we keep of the attachments, by their position; one that is not there was not looked at yet.</summary>
        public IReadOnlyDictionary<int, KeptAttachment> Kept { get; init; } = new Dictionary<int, KeptAttachment>();
    }

    /// <summary>The bot answered; empty text: expired.</summary>
    public sealed record BotSaid(DateTimeOffset At, long MessageId, Channel Channel, string Text, AnswerDelivery Delivery) : TimelineEntry(At);

    /// <summary>An official answered here.</summary>
    public sealed record OfficialSaid(DateTimeOffset At, Guid AnswerId, Guid OfficialId, string? Text, AnswerState State, AnswerDelivery Delivery) : TimelineEntry(At)
    {
        public AnswerPurpose Purpose { get; init; }

        /// <summary>Files of the case that go along.</summary>
        public IReadOnlyList<Guid> Files { get; init; } = [];

        /// <summary>Why a second person returned it; empty: nobody did.</summary>
        public string ReturnNote { get; init; } = "";
    }

    /// <summary>Somebody answered in the platform's own inbox.</summary>
    public sealed record SaidElsewhere(DateTimeOffset At, Channel Channel, string Text) : TimelineEntry(At);

    /// <param name="OfficialId">Null: the service or the citizen.</param>
    /// <param name="Note">In the official's words; empty: none. Null: the keys are gone.</param>
    public sealed record Happened(DateTimeOffset At, CaseVerb Verb, CaseState State, Guid? OfficialId, string Detail, string? Note) : TimelineEntry(At);

    /// <summary>Among officials only.</summary>
    public sealed record Noted(DateTimeOffset At, Guid NoteId, Guid OfficialId, string? Text) : TimelineEntry(At);
}

/// <param name="Refusal">Null unless it was refused.</param>
/// <param name="Size">Bytes; 0 until it is stored.</param>
public sealed record KeptAttachment(Guid FileId, CitizenFileState State, FileRefusal? Refusal, string ContentType, long Size);

/// <param name="Entries">The oldest first.</param>
/// <param name="Before">Ask with this time for what came earlier; null: nothing did.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, DateTimeOffset? Before);
