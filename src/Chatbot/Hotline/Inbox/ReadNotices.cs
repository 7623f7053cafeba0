using Chatbot.Hotline.Assigning;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Inbox;

/// <summary>What an official should see: addressed to them, or to a role that they hold in a unit.</summary>
public sealed class ReadNotices(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    /// <param name="official">Who reads.</param>
    /// <param name="roles">Units in which this person is supervisor or head.</param>
    /// <param name="onlyUnseen">Leaves out what somebody has seen.</param>
    /// <param name="most">1 to 200.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<IReadOnlyList<Notice>> ReadAsync(
        Guid official, IReadOnlyCollection<(Guid UnitId, Audience Role)> roles, bool onlyUnseen, int most, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var supervised = roles.Where(r => r.Role == Audience.Supervisor).Select(r => r.UnitId).ToList();
        var headed = roles.Where(r => r.Role == Audience.Head).Select(r => r.UnitId).ToList();
        return await db.Set<Notice>()
            .Where(n => n.OfficialId == official
                || (n.OfficialId == null && n.Audience == Audience.Supervisor && supervised.Contains(n.UnitId))
                || (n.OfficialId == null && n.Audience == Audience.Head && headed.Contains(n.UnitId)))
            .Where(n => !onlyUnseen || n.SeenAt == null)
            .OrderByDescending(n => n.Id).Take(Math.Clamp(most, 1, 200)).ToListAsync(ct);
    }

    public async Task SeeAsync(IReadOnlyCollection<long> notices, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        await db.Set<Notice>().Where(n => notices.Contains(n.Id) && n.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now), ct);
    }
}
