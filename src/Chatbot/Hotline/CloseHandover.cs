using Chatbot.Channels;
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

    /// <summary>What waits for an official, the oldest first, with the way to the chat.</summary>
    public async Task<IReadOnlyList<OpenHandover>> OpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open =
            from handover in db.Set<Handover>()
            where handover.Status == HandoverStatus.Open
            join account in db.Set<ChannelAccount>() on handover.AccountId equals account.Id
            join conversation in db.Set<Conversation>() on handover.ConversationId equals conversation.Id
            orderby handover.OpenedAt
            select new OpenHandover(handover, account.Channel, account.Name.Length > 0 ? account.Name : account.PlatformId, conversation.CitizenId);
        return await open.ToListAsync(ct);
    }

    // The bot stays silent while another matter of the same citizen is open.
    private static Task<int> SpeakAgainAsync(ChatbotDb db, Guid conversationId, CancellationToken ct) =>
        db.Set<Conversation>()
            .Where(c => c.Id == conversationId && !db.Set<Handover>().Any(h => h.ConversationId == c.Id && h.Status == HandoverStatus.Open))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SilentUntil, (DateTimeOffset?)null), ct);
}

/// <param name="AccountName">Name of the OA or Page; its number when it has none.</param>
/// <param name="CitizenId">The platform's id of the citizen, as its inbox shows it.</param>
public sealed record OpenHandover(Handover Handover, Channel Channel, string AccountName, string CitizenId);

public enum Closing { Done, WasClosed, Unknown, NotACode }
