using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Files;

/// <summary>Recurring: looks through talks with an open case for files that citizens sent, from the day before the case on.</summary>
/// <remarks>Reads what the inbox keeps, so nothing is asked of the way of a message. Files and mark are one transaction; two at once: the index lets one of them in.</remarks>
public sealed class CollectCitizenFiles(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, ISecretBox box, IEnumerable<IChannelEvents> events, TimeProvider clock, IOptions<CitizenFileOptions> options)
{
    private const int MostTalks = 500;
    private const int MostMessages = 200;
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <returns>How many files were found.</returns>
    public async Task<int> CollectAsync(CancellationToken ct)
    {
        if (!options.Value.Fetch) return 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = 0;
        foreach (var talk in await TalksAsync(db, ct)) found += await LookAsync(talk, ct);
        return found;
    }

    private static Task<List<Looked>> TalksAsync(ChatbotDb db, CancellationToken ct) => (
        from talk in db.Set<Conversation>()
        join matter in db.Set<Case>() on talk.CaseId equals (Guid?)matter.Id
        let mark = db.Set<CitizenFileMark>().Where(m => m.ConversationId == talk.Id).Select(m => m.EventId).FirstOrDefault()
        where db.Set<InboundEvent>().Any(e => e.AccountId == talk.AccountId && e.CitizenId == talk.CitizenId && e.Id > mark)
        orderby talk.Id
        select new Looked(talk.Id, talk.AccountId, talk.CitizenId, talk.Channel, matter.OpenedAt, mark)).Take(MostTalks).ToListAsync(ct);

    private async Task<int> LookAsync(Looked talk, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var since = talk.OpenedAt - Before;
        var messages = await db.Set<InboundEvent>().Where(e => e.AccountId == talk.AccountId && e.CitizenId == talk.CitizenId && e.Id > talk.Mark)
            .OrderBy(e => e.Id).Take(MostMessages).Select(e => new { e.Id, e.Kind, e.ReceivedAt, e.Body }).ToListAsync(ct);
        if (messages.Count == 0) return 0;
        var files = messages.Where(m => m.ReceivedAt >= since && m.Body is not null).SelectMany(m => FilesIn(talk, m.Id, m.Kind, m.Body!)).ToList();
        db.AddRange(files);
        await MarkAsync(db, talk.Id, messages[^1].Id, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return files.Count;
    }

    private IEnumerable<CitizenFile> FilesIn(Looked talk, long eventId, string kind, byte[] body)
    {
        if (!box.TryUnprotect(body, out var plain)) return [];
        if (events.Single(e => e.Channel == talk.Channel).Map(kind, plain) is not ChannelEvent.MessageReceived { Message: var message }) return [];
        var now = clock.GetUtcNow();
        return message.Attachments.Select((attachment, at) => (attachment, at))
            .Where(a => a.attachment is { Kind: AttachmentKind.Image or AttachmentKind.Audio or AttachmentKind.Video or AttachmentKind.File, Url.Length: > 0 })
            .Select(a => CitizenFile.Found(talk.Id, eventId, a.at, box.ProtectWords(a.attachment.Url), box.ProtectWords(a.attachment.Name), now));
    }

    private static async Task MarkAsync(ChatbotDb db, Guid conversationId, long eventId, CancellationToken ct)
    {
        var moved = await db.Set<CitizenFileMark>().Where(m => m.ConversationId == conversationId).ExecuteUpdateAsync(set => set.SetProperty(m => m.EventId, eventId), ct);
        if (moved == 0) db.Add(new CitizenFileMark { ConversationId = conversationId, EventId = eventId });
    }

    private sealed record Looked(Guid Id, Guid AccountId, string CitizenId, Channel Channel, DateTimeOffset OpenedAt, long Mark);
}
