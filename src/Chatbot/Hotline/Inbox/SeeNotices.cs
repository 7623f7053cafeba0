using Chatbot.Hotline.Assigning;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Inbox;

/// <summary>Notices that somebody has looked at; what was addressed to a role is then seen for all who hold it.</summary>
public sealed class SeeNotices(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    public async Task SeeAsync(IReadOnlyCollection<long> notices, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        await db.Set<Notice>().Where(n => notices.Contains(n.Id) && n.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now), ct);
    }
}
