using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue;

/// <summary>What the offices of the tree answer from: each from its own entries and answers and from those of every office above it, never from a sister's.
/// A section speaks with its office's voice: what it publishes, the office says on its accounts.</summary>
internal sealed class OfficeTree
{
    private readonly List<Unit> units;
    private readonly HashSet<Guid> having;
    private readonly Dictionary<Guid, Guid> voices = [];
    private readonly Guid topId;

    private OfficeTree(List<Unit> units, HashSet<Guid> having, Guid topId)
    {
        (this.units, this.having, this.topId) = (units, having, topId);
        foreach (var unit in units)
            voices[unit.Id] = unit.Id != topId && unit.Kind == UnitKind.Section && unit.ParentId is { } parent ? voices[parent] : unit.Id;
    }

    public static async Task<OfficeTree> ReadAsync(ChatbotDb db, Guid topId, CancellationToken ct) =>
        new(await db.Set<Unit>().OrderBy(u => u.Path).ToListAsync(ct), await CatalogueReader.UnitsAsync(db, ct), topId);   // a unit comes after the one above it

    /// <summary>What an office and its sections have themselves; where both have an entry, the office's counts.</summary>
    public async Task<CatalogueContent> ContentAsync(ChatbotDb db, Guid officeId, DateOnly on, CancellationToken ct)
    {
        var all = CatalogueContent.Empty;
        foreach (var unit in OwnUnits(officeId))
        {
            var one = await CatalogueReader.ReadAsync(db, unit, on, ct);
            all = new CatalogueContent(
                [.. all.Procedures.Concat(one.Procedures).DistinctBy(p => p.Entry.Code)], [.. all.Faqs.Concat(one.Faqs).DistinctBy(f => f.Entry.Id)], [.. all.Offices, .. one.Offices])
            {
                Answers = [.. all.Answers, .. one.Answers],
            };
        }
        return all;
    }

    /// <returns>Only units whose catalogue differs from the top's.</returns>
    public async Task<IReadOnlyDictionary<Guid, CatalogueSnapshot>> BelowAsync(ChatbotDb db, CatalogueSnapshot top, CancellationToken ct)
    {
        var found = new Dictionary<Guid, CatalogueSnapshot>();
        if (having.All(id => voices[id] == topId)) return found;
        foreach (var office in units.Where(u => u.Id != topId && voices[u.Id] == u.Id))
        {
            var above = found.GetValueOrDefault(office.ParentId ?? topId, top);
            var own = OwnUnits(office.Id).Count == 0 ? above : above.Below(await ContentAsync(db, office.Id, top.Day, ct));
            if (own != top) found[office.Id] = own;
        }
        foreach (var section in units.Where(u => voices[u.Id] != u.Id && found.ContainsKey(voices[u.Id]))) found[section.Id] = found[voices[section.Id]];
        return found;
    }

    private List<Guid> OwnUnits(Guid officeId) => [.. units.Where(u => voices[u.Id] == officeId && having.Contains(u.Id)).Select(u => u.Id)];
}
