using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Messaging;

/// <summary>Gives a channel account to an office of the tree: what citizens write there is that office's from now on, and the bot answers from what that office has.
/// Cases that there are stay with whoever deals with them.</summary>
public sealed class PlaceAccount(IDbContextFactory<ChatbotDb> databases, WriteGate gate, AccountDirectory accounts)
{
    /// <param name="scope">Both offices must lie within; otherwise it is as if they were not there.</param>
    /// <returns>False: no such account or office.</returns>
    public async Task<bool> PlaceAsync(Guid accountId, Guid unitId, UnitScope scope, CancellationToken ct)
    {
        if (!scope.Holds(unitId)) return false;
        using (await gate.EnterAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var units = scope.UnitIds;
            var placed = await db.Set<ChannelAccount>().Where(a => a.Id == accountId && units.Contains(a.UnitId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.UnitId, unitId), ct);
            if (placed == 0) return false;
            await db.Set<Conversation>().Where(c => c.AccountId == accountId && c.UnitId != unitId).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, unitId), ct);
            await transaction.CommitAsync(ct);
        }
        await accounts.RefreshAsync(ct);   // other processes: see AccountKeeper
        return true;
    }
}
