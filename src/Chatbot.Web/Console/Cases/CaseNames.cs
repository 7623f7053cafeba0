using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases;

/// <summary>Names behind the ids of one page.</summary>
public sealed class CaseNames
{
    private readonly Dictionary<Guid, string> officials;
    private readonly Dictionary<Guid, string> units;
    private readonly Dictionary<Guid, Label> labels;

    private CaseNames(Dictionary<Guid, string> officials, Dictionary<Guid, string> units, Dictionary<Guid, Label> labels) =>
        (this.officials, this.units, this.labels) = (officials, units, labels);

    /// <param name="ids">Of officials, units and labels, in any order; unknown ones are passed over.</param>
    public static async Task<CaseNames> ReadAsync(ChatbotDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return new CaseNames(
            await db.Set<Official>().Where(o => wanted.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.FullName, ct),
            await db.Set<Unit>().Where(u => wanted.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct),
            await db.Set<Label>().Where(l => wanted.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct));
    }

    public string Official(Guid? id) => id is { } known ? officials.GetValueOrDefault(known, CasesTexts.OutcomeTakenBySomebody) : CasesTexts.Nobody;

    public string Unit(Guid id) => units.GetValueOrDefault(id, "–");

    /// <returns>Null: removed since.</returns>
    public Label? Label(Guid id) => labels.GetValueOrDefault(id);
}
