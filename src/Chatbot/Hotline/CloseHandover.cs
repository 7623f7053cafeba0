using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline;

/// <summary>An official is done with a matter: it is closed, and the bot answers this citizen again.</summary>
public sealed class CloseHandover(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    public async Task<Closing> CloseAsync(string written, CancellationToken ct)
    {
        if (TrackingCode.Read(written) is not { } code) return Closing.NotACode;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var handover = await db.Set<Handover>().AsTracking().FirstOrDefaultAsync(h => h.TrackingCode == code, ct);
        if (handover is null) return Closing.Unknown;
        if (!handover.Close(clock.GetUtcNow())) return Closing.WasClosed;
        await db.SaveChangesAsync(ct);
        await SpeakAgainAsync(db, handover.ConversationId, ct);
        return Closing.Done;
    }

    public async Task<IReadOnlyList<Handover>> OpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Handover>().Where(h => h.Status == HandoverStatus.Open).OrderBy(h => h.OpenedAt).ToListAsync(ct);
    }

    // The bot stays silent while another matter of the same citizen is open.
    private static Task<int> SpeakAgainAsync(ChatbotDb db, Guid conversationId, CancellationToken ct) =>
        db.Set<Conversation>()
            .Where(c => c.Id == conversationId && !db.Set<Handover>().Any(h => h.ConversationId == c.Id && h.Status == HandoverStatus.Open))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SilentUntil, (DateTimeOffset?)null), ct);
}

public enum Closing { Done, WasClosed, Unknown, NotACode }
