using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>Reads what was answered, and for the few talks that are worth it what was asked: the citizen's words are unsealed there only.</summary>
public sealed class TalkReader(IEnumerable<IChannelEvents> channels, ISecretBox box)
{
    /// <summary>So many answers are looked at in one step.</summary>
    public const int Step = 5_000;

    private readonly Dictionary<Channel, IChannelEvents> events = channels.ToDictionary(e => e.Channel);

    /// <summary>Answers of a time, oldest first, at most <see cref="Step"/>: numbers and codes, no words.</summary>
    public static async Task<List<GivenAnswer>> AnswersAsync(ChatbotDb db, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var units = await db.Set<Unit>().Select(u => u.Id).ToListAsync(ct);   // the index is on unit and time
        return await Between(db, units, from, to).OrderBy(a => a.AnsweredAt).Take(Step).Select(Row).ToListAsync(ct);
    }

    /// <summary>All that was answered in these talks in that time.</summary>
    public static Task<List<GivenAnswer>> AnswersAsync(ChatbotDb db, List<Guid> conversations, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        db.Set<AnswerRecord>().Where(a => a.ConversationId != null && conversations.Contains(a.ConversationId.Value) && a.EventId != null)
            .Where(a => a.AnsweredAt > from && a.AnsweredAt <= to).Select(Row).ToListAsync(ct);

    /// <returns>The talk in its order; an event that was answered in several parts is one piece, with the first.</returns>
    public async Task<List<TalkPiece>> PiecesAsync(ChatbotDb db, IReadOnlyList<GivenAnswer> answers, CancellationToken ct)
    {
        var ids = answers.Select(a => a.EventId).Distinct().ToList();
        var bodies = await db.Set<InboundEvent>().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Channel, e.Kind, e.Body }).ToDictionaryAsync(e => e.Id, ct);
        return [.. answers.GroupBy(a => a.EventId).Select(PieceOf).OrderBy(p => p.At).ThenBy(p => p.EventId)];

        TalkPiece PieceOf(IGrouping<long, GivenAnswer> group)
        {
            var first = group.MinBy(a => a.Id)!;
            var text = bodies.TryGetValue(group.Key, out var row) && row.Body is not null ? TextOf(row.Channel, row.Kind, row.Body) : "";
            return new(group.Key, first.At, text, first.Handling, first.Code, first.Confidence);
        }
    }

    /// <returns>Empty: a button, something else than words, or sealed with keys that are gone.</returns>
    private string TextOf(Channel channel, string kind, byte[] body)
    {
        if (!events.TryGetValue(channel, out var mapper) || !box.TryUnprotect(body, out var plain)) return "";
        return mapper.Map(kind, plain) is ChannelEvent.MessageReceived { Message: { Payload: null } message } && Button.Read(message.Text) is null ? message.Text.Trim() : "";
    }

    // Greetings, emergencies and complaints teach nothing.
    private static IQueryable<AnswerRecord> Between(ChatbotDb db, List<Guid> units, DateTimeOffset from, DateTimeOffset to) =>
        db.Set<AnswerRecord>().Where(a => units.Contains(a.UnitId) && a.AnsweredAt > from && a.AnsweredAt <= to)
            .Where(a => a.ConversationId != null && a.EventId != null)
            .Where(a => a.Handling == Handling.OutOfScope || a.Handling == Handling.Clarify || a.Handling == Handling.Procedure || a.Handling == Handling.Faq);

    private static readonly System.Linq.Expressions.Expression<Func<AnswerRecord, GivenAnswer>> Row =
        a => new GivenAnswer(a.Id, a.UnitId, a.ConversationId!.Value, a.EventId!.Value, a.AnsweredAt, a.Handling, a.ProcedureCode, a.Confidence);
}

/// <summary>An answer as it was recorded.</summary>
public sealed record GivenAnswer(Guid Id, Guid UnitId, Guid ConversationId, long EventId, DateTimeOffset At, Handling Handling, string? Code, double Confidence)
{
    public bool IsDoubtful => Handling == Handling.Clarify || (Handling == Handling.OutOfScope && Confidence < Understood.SureOfOther);
}
