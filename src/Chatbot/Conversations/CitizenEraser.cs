using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Conversations;

/// <summary>Carries out demands for deletion: afterwards nothing of the citizen is in any table. Counts (answers given, requests carried out) stay, without the person.</summary>
public sealed class CitizenEraser(IDbContextFactory<ChatbotDb> databases, WriteGate gate, FileStore files, TimeProvider clock, ILogger<CitizenEraser> logger)
{
    /// <summary>How long a demand waits for its own confirmation to leave and for messages that are being handled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>By when the citizen was told that everything is gone.</summary>
    public static readonly TimeSpan Promised = TimeSpan.FromHours(24);

    private bool logHoldsErased;

    /// <summary>Recurring, every minute or so: erases whoever asked for it and is not being talked to just now. May run twice or stop anywhere.</summary>
    public async Task CarryOutAsync(CancellationToken ct)
    {
        await CarryOutDueAsync(ct);
        if (logHoldsErased) await EmptyLogAsync(ct);
    }

    private async Task CarryOutDueAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Set<Erasure>().OrderBy(r => r.RequestedAt).ToListAsync(ct);
        foreach (var erasure in open)
        {
            if (clock.GetUtcNow() - erasure.RequestedAt >= Patience || await IsQuietAsync(db, erasure, ct)) await CarryOutAsync(db, erasure, ct);
        }
        var late = open.Count(r => clock.GetUtcNow() - r.RequestedAt > Promised);
        if (late > 0) logger.DeletionsLate(late, Promised);
    }

    // SQLite keeps what was deleted in its log until the log is emptied. PostgreSQL: see deploy/README.md.
    private async Task EmptyLogAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        logHoldsErased = !await SqlitePragmas.EmptyLogAsync(db, ct);
        if (logHoldsErased) logger.LogNotEmptied();
    }

    private static async Task<bool> IsQuietAsync(ChatbotDb db, Erasure erasure, CancellationToken ct) =>
        !await db.Set<InboundEvent>().AnyAsync(
            e => e.AccountId == erasure.AccountId && e.CitizenId == erasure.CitizenId && e.Status == EventStatus.Pending, ct)
        && !await db.Set<OutboxMessage>().AnyAsync(
            m => m.AccountId == erasure.AccountId && m.CitizenId == erasure.CitizenId
                && (m.Status == OutboxStatus.Planned || m.Status == OutboxStatus.Claimed || m.Status == OutboxStatus.Sending), ct);

    private async Task CarryOutAsync(ChatbotDb db, Erasure erasure, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var stored = await FilesOfAsync(db, erasure, ct);
        var rows = await EraseAsync(db, erasure.AccountId, erasure.CitizenId, ct);
        var now = clock.GetUtcNow();
        var mine = db.Set<Erasure>().Where(e => e.AccountId == erasure.AccountId && e.CitizenId == erasure.CitizenId);
        await db.Set<DeletionRequest>().Where(r => mine.Any(e => e.Id == r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Outcome, DeletionOutcome.Deleted).SetProperty(r => r.DoneAt, now), ct);
        await mine.ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        // Dying here leaves contents without a row, encrypted and named by nobody: the sweep of files removes them.
        foreach (var id in stored) files.Delete(id);
        logHoldsErased = db.Database.IsSqlite();
        logger.CitizenErased(erasure.Id, rows);
    }

    private static async Task<List<Guid>> FilesOfAsync(ChatbotDb db, Erasure erasure, CancellationToken ct)
    {
        var talks = db.Set<Conversation>().Where(t => t.AccountId == erasure.AccountId && t.CitizenId == erasure.CitizenId).Select(t => t.Id);
        var ofOfficials = await db.Set<CaseFile>().Where(f => db.Set<Case>().Any(c => c.Id == f.CaseId && talks.Contains(c.ConversationId))).Select(f => f.Id).ToListAsync(ct);
        return [.. ofOfficials, .. await db.Set<CitizenFile>().Where(f => talks.Contains(f.ConversationId)).Select(f => f.Id).ToListAsync(ct)];
    }

    private static async Task<int> EraseAsync(ChatbotDb db, Guid accountId, string citizenId, CancellationToken ct)
    {
        var conversations = await db.Set<Conversation>().Where(c => c.AccountId == accountId && c.CitizenId == citizenId).Select(c => c.Id).ToListAsync(ct);
        var answers = await db.Set<AnswerRecord>().Where(a => a.ConversationId != null && conversations.Contains(a.ConversationId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ConversationId, (Guid?)null).SetProperty(a => a.EventId, (long?)null), ct);
        // With a case goes all that belongs to it: history, notes, answers, words, notices, files, scores. No other case's history names this talk.
        var cases = await db.Set<Case>().Where(c => conversations.Contains(c.ConversationId)).ExecuteDeleteAsync(ct);
        var ratings = await db.Set<Rating>().Where(r => conversations.Contains(r.ConversationId)).ExecuteDeleteAsync(ct);
        var outgoing = await db.Set<OutboxMessage>().Where(m => m.AccountId == accountId && m.CitizenId == citizenId).ExecuteDeleteAsync(ct);
        var incoming = await BlankEventsAsync(db, accountId, citizenId, ct);
        var talks = await db.Set<Conversation>().Where(c => conversations.Contains(c.Id)).ExecuteDeleteAsync(ct);
        return answers + cases + ratings + outgoing + incoming + talks;
    }

    // The rows stay, blank, so that an event which the platform delivers again is still recognised and does not bring the person back.
    private static async Task<int> BlankEventsAsync(ChatbotDb db, Guid accountId, string citizenId, CancellationToken ct)
    {
        var events = db.Set<InboundEvent>().Where(e => e.AccountId == accountId && e.CitizenId == citizenId);
        await events.Where(e => e.EventKey.Contains(citizenId))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.EventKey, e => "erased:" + e.Id), ct);
        await events.Where(e => e.Status == EventStatus.Pending).ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EventStatus.Recorded), ct);
        return await events.ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, (byte[]?)null).SetProperty(e => e.CitizenId, ""), ct);
    }
}
