using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Inbox;

/// <summary>A case's whole talk: messages in and out, answers, notes and history, in all talks of the same citizen. Reads only; whoever shows it to a
/// person writes the audit trail.</summary>
/// <remarks>Bodies are read from inbox and outbox, where they are encrypted or the platform's JSON; they are kept there while a case is open and
/// <see cref="CaseOptions.KeepTalk"/> after it, so nothing is stored twice.</remarks>
public sealed class ReadTimeline(
    IDbContextFactory<ChatbotDb> databases, ISecretBox box, IEnumerable<IChannelEvents> events, IEnumerable<IChannelSender> senders)
{
    private static readonly string[] Silent =
        ["delivery", "read", "standby.delivery", "standby.read", "user_received_message", "user_seen_message"];

    /// <param name="caseId">The case.</param>
    /// <param name="units">Offices whose talks this person may see; a joined talk of another office is left out.</param>
    /// <param name="before">Only what came earlier; null: up to now.</param>
    /// <param name="size">Most entries, 1 to 200.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Null: there is no such case.</returns>
    public async Task<TimelinePage?> ReadAsync(Guid caseId, IReadOnlyCollection<Guid> units, DateTimeOffset? before, int size, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var conversation = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => (Guid?)c.ConversationId).FirstOrDefaultAsync(ct);
        if (conversation is null) return null;
        var talks = await SameCitizen.TalksOf(db, conversation.Value).Where(c => c.Id == conversation || units.Contains(c.UnitId)).ToListAsync(ct);
        var (until, most) = (before ?? DateTimeOffset.MaxValue.AddYears(-1), Math.Clamp(size, 1, 200));
        var all = new List<TimelineEntry>();
        foreach (var talk in talks)
        {
            all.AddRange(await IncomingAsync(db, talk, until, most, ct));
            all.AddRange(await OutgoingAsync(db, talk, until, most, ct));
        }
        all.AddRange(await OfCaseAsync(db, caseId, until, most, ct));
        var page = all.OrderByDescending(e => e.At).Take(most).Reverse().ToList();
        return new TimelinePage(page, all.Count >= most && page.Count > 0 ? page[0].At : null);
    }

    private async Task<IEnumerable<TimelineEntry>> IncomingAsync(ChatbotDb db, Conversation talk, DateTimeOffset until, int most, CancellationToken ct)
    {
        var rows = await db.Set<InboundEvent>()
            .Where(e => e.AccountId == talk.AccountId && e.CitizenId == talk.CitizenId && e.ReceivedAt < until && !Silent.Contains(e.Kind))
            .OrderByDescending(e => e.Id).Take(most).Select(e => new { e.Id, e.Kind, e.ReceivedAt, e.Body }).ToListAsync(ct);
        var read = rows.Select(row => Read(talk.Channel, row.Id, row.Kind, row.ReceivedAt, row.Body)).OfType<TimelineEntry>().ToList();
        var kept = await KeptAsync(db, [.. read.OfType<TimelineEntry.CitizenSaid>().Where(said => said.Attachments.Count > 0).Select(said => said.EventId)], ct);
        return read.Select(entry => entry is TimelineEntry.CitizenSaid said && kept.TryGetValue(said.EventId, out var its) ? said with { Kept = its } : entry);
    }

    private static async Task<Dictionary<long, IReadOnlyDictionary<int, KeptAttachment>>> KeptAsync(ChatbotDb db, List<long> events, CancellationToken ct)
    {
        if (events.Count == 0) return [];
        var files = await db.Set<CitizenFile>().Where(f => events.Contains(f.EventId)).ToListAsync(ct);
        return files.GroupBy(f => f.EventId).ToDictionary(of => of.Key, of => (IReadOnlyDictionary<int, KeptAttachment>)of.ToDictionary(
            f => f.Position, f => new KeptAttachment(f.Id, f.State, f.Refusal, f.ContentType, f.Size)));
    }

    /// <returns>Null: nothing that anybody said.</returns>
    private TimelineEntry? Read(Channel channel, long id, string kind, DateTimeOffset at, byte[]? body)
    {
        if (body is null || !box.TryUnprotect(body, out var plain)) return new TimelineEntry.CitizenSaid(at, id, channel, null, []);
        return events.Single(e => e.Channel == channel).Map(kind, plain) switch
        {
            ChannelEvent.MessageReceived { Message: var message } => new TimelineEntry.CitizenSaid(at, id, channel, message.Text, message.Attachments)
            {
                IsPress = message.Payload is { Length: > 0 }, Location = message.Location,
            },
            ChannelEvent.MessageEdited edited => new TimelineEntry.CitizenSaid(at, id, channel, edited.Text, []) { IsCorrection = true },
            ChannelEvent.ThreadTaken { Text.Length: > 0 } taken => new TimelineEntry.CitizenSaid(at, id, channel, taken.Text, []),
            ChannelEvent.Echo { Source: EchoSource.Official } echo => new TimelineEntry.SaidElsewhere(at, channel, echo.Text),
            _ => null,
        };
    }

    private async Task<IEnumerable<TimelineEntry>> OutgoingAsync(ChatbotDb db, Conversation talk, DateTimeOffset until, int most, CancellationToken ct)
    {
        var rows = await db.Set<OutboxMessage>().Where(m => m.ConversationId == talk.Id && m.AnswerId == null && m.CreatedAt < until)
            .OrderByDescending(m => m.Id).Take(most).ToListAsync(ct);
        var sender = senders.Single(s => s.Channel == talk.Channel);
        return rows.Select(m => new TimelineEntry.BotSaid(m.CreatedAt, m.Id, talk.Channel, sender.TextOf(m.Body), AnswerDelivery.Of([m])));
    }

    private async Task<IEnumerable<TimelineEntry>> OfCaseAsync(ChatbotDb db, Guid caseId, DateTimeOffset until, int most, CancellationToken ct)
    {
        var answers = await db.Set<CaseAnswer>().Where(a => a.CaseId == caseId && a.CreatedAt < until).OrderByDescending(a => a.CreatedAt).Take(most).ToListAsync(ct);
        var ids = answers.Select(a => (Guid?)a.Id).ToList();
        var parts = (await db.Set<OutboxMessage>().Where(m => ids.Contains(m.AnswerId)).ToListAsync(ct)).ToLookup(m => m.AnswerId!.Value);
        var happened = await db.Set<CaseEvent>().Where(e => e.CaseId == caseId && e.HappenedAt < until).OrderByDescending(e => e.Id).Take(most).ToListAsync(ct);
        var notes = await db.Set<CaseNote>().Where(n => n.CaseId == caseId && n.WrittenAt < until).OrderByDescending(n => n.WrittenAt).Take(most).ToListAsync(ct);
        return
        [
            .. answers.Select(a => new TimelineEntry.OfficialSaid(a.QueuedAt ?? a.CreatedAt, a.Id, a.AuthorId, box.ReadWords(a.Text), a.State, AnswerDelivery.Of([.. parts[a.Id]]))
            {
                Purpose = a.Purpose, Files = a.FileIds, ReturnNote = a.ReturnNote.Length == 0 ? "" : box.ReadWords(a.ReturnNote) ?? "",
            }),
            .. happened.Select(e => new TimelineEntry.Happened(e.HappenedAt, e.Verb, e.State, e.OfficialId, e.Detail, box.ReadWords(e.Note))),
            .. notes.Select(n => new TimelineEntry.Noted(n.WrittenAt, n.Id, n.AuthorId, box.ReadWords(n.Text))),
        ];
    }
}
