using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Inbox;

/// <summary>One case for its page: everything but the talk, which is <see cref="ReadTimeline"/>'s. Reads only.</summary>
public sealed class ReadCase(IDbContextFactory<ChatbotDb> databases, ReplyWindows windows, ISecretBox box, TimeProvider clock)
{
    /// <param name="caseId">The case.</param>
    /// <param name="units">Offices whose cases this person may see.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Null: there is no such case, or not for this person.</returns>
    public async Task<CaseView?> ReadAsync(Guid caseId, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var matter = await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId && (units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId)), ct);
        if (matter is null) return null;
        var now = clock.GetUtcNow();
        var talk = await db.Set<Conversation>().SingleAsync(c => c.Id == matter.ConversationId, ct);
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Id == matter.AccountId, ct);
        var files = await db.Set<CaseFile>().Where(f => f.CaseId == caseId).OrderBy(f => f.AddedAt).ToListAsync(ct);
        return new CaseView(matter, box.ReadWords(matter.Question), windows.Of(talk, account, now))
        {
            Labels = await db.Set<CaseLabel>().Where(l => l.CaseId == caseId).Select(l => l.LabelId).ToListAsync(ct),
            Files = [.. files.Select(f => new FileView(f.Id, box.ReadWords(f.Name) ?? "", f.ContentType, f.Size, f.OfficialId, f.AddedAt))],
            There = await db.Set<Presence>().Where(p => p.CaseId == caseId && p.Until > now).OrderBy(p => p.OfficialId).ToListAsync(ct),
            Others = await SameCitizen.CasesOf(db, talk.Id).Where(c => c.Id != caseId && (units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId)))
                .OrderByDescending(c => c.OpenedAt).Select(c => c.Id).Take(50).ToListAsync(ct),
            BotSilentUntil = talk.SilentUntil > now ? talk.SilentUntil : null,
            IsBlocked = talk.BlockedAt is not null,
        };
    }
}

/// <param name="Question">Null: the keys that protect it are gone.</param>
/// <param name="Window">What the platform lets through now.</param>
public sealed record CaseView(Case Case, string? Question, ReplyWindow Window)
{
    public IReadOnlyList<Guid> Labels { get; init; } = [];

    public IReadOnlyList<FileView> Files { get; init; } = [];

    /// <summary>Who has it open, or is answering.</summary>
    public IReadOnlyList<Presence> There { get; init; } = [];

    /// <summary>Other cases of the same citizen that this person may see, the newest first.</summary>
    public IReadOnlyList<Guid> Others { get; init; } = [];

    /// <summary>Null: the bot answers in this talk.</summary>
    public DateTimeOffset? BotSilentUntil { get; init; }

    public bool IsBlocked { get; init; }
}

/// <param name="Size">Bytes.</param>
public sealed record FileView(Guid Id, string Name, string ContentType, long Size, Guid OfficialId, DateTimeOffset AddedAt);
