using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Writing.Legal;

/// <summary>What a text cites, held against the register.</summary>
/// <param name="Number">As the text writes it.</param>
/// <param name="Document">Null: the register does not know it.</param>
/// <param name="Status">On the day asked for; null with <paramref name="Document"/>.</param>
public sealed record CitedDocument(string Number, LegalDocument? Document, LegalStatus? Status)
{
    /// <summary>Under which the writer confirms it, see <see cref="CampaignDraft.Confirmed"/>.</summary>
    public string Mark => $"vb:{Document?.Key ?? Citations.KeyOf(Number)}";
}

/// <summary>The dated register of legal documents that officials keep.</summary>
public sealed class LegalRegister(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    /// <param name="day">Local day on which the text is read.</param>
    public async Task<IReadOnlyList<CitedDocument>> CitedAsync(string text, DateOnly day, CancellationToken ct)
    {
        var numbers = Citations.In(text);
        var keys = numbers.Select(Citations.KeyOf).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Set<LegalDocument>().Where(d => keys.Contains(d.Key) || d.ShortName != "").ToListAsync(ct);
        var byNumber = numbers.Select(number => (number, known.Find(d => d.Key == Citations.KeyOf(number)))).ToList();
        var byName = known.Where(d => d.ShortName.Length > 0 && byNumber.TrueForAll(n => n.Item2 != d) && text.Contains(d.ShortName, StringComparison.OrdinalIgnoreCase)).Select(d => (d.ShortName, (LegalDocument?)d));
        return [.. byNumber.Concat(byName).Select(found => new CitedDocument(found.Item1, found.Item2, found.Item2?.StatusOn(day)))];
    }

    /// <summary>A number that is there already is changed.</summary>
    /// <returns>False: something is missing or too long, or somebody changed it at the same moment.</returns>
    public async Task<bool> KeepAsync(LegalEntry entry, CancellationToken ct) => (await KeepAsync([entry], ct)) == 1;

    /// <returns>How many were stored: all or, when two people write at once, none.</returns>
    public async Task<int> KeepAsync(IReadOnlyList<LegalEntry> entries, CancellationToken ct)
    {
        var sound = entries.Select(entry => entry.Tidied()).Where(entry => entry.IsSound).GroupBy(entry => Citations.KeyOf(entry.Number)).ToDictionary(same => same.Key, same => same.Last());
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var keys = sound.Keys.ToList();
        var known = await db.Set<LegalDocument>().AsTracking().Where(d => keys.Contains(d.Key)).ToDictionaryAsync(d => d.Key, ct);
        foreach (var (key, entry) in sound)
        {
            var document = known.GetValueOrDefault(key) ?? db.Add(new LegalDocument { Key = key, Number = entry.Number }).Entity;
            document.Write(entry, clock.GetUtcNow());
        }
        try
        {
            await db.SaveChangesAsync(ct);
            return sound.Count;
        }
        catch (DbUpdateException)
        {
            return 0;   // somebody else entered the same number just now
        }
    }

    public async Task<bool> RemoveAsync(Guid id, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<LegalDocument>().AsTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } document) return false;
        db.Remove(document);
        return await CampaignDesk.SavedAsync(db, ct);
    }
}
