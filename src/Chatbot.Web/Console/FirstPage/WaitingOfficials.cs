using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>Officials who were invited and have not come.</summary>
internal sealed class UnacceptedInvitations(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.Administrator;

    public int Order => 90;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<Official>().Within(scope).CountAsync(o => o.PasswordHash == null && o.LockedAt == null, ct);
        return new WaitingTile(FirstPageTexts.Unaccepted, FirstPageTexts.UnacceptedHint, count, "/console/officials?state=invited");
    }
}

/// <summary>Officials whose account is closed for a while after wrong passwords.</summary>
internal sealed class LockedOutOfficials(IDbContextFactory<ChatbotDb> databases, TimeProvider clock) : IWaiting
{
    public Right Any => Right.Administrator;

    public int Order => 91;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<Official>().Within(scope).CountAsync(o => o.LockoutEnd > now && o.LockedAt == null, ct);
        return new WaitingTile(FirstPageTexts.LockedOut, FirstPageTexts.LockedOutHint, count, "/console/officials?state=lockedout");
    }
}
