using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Phrases;

/// <param name="Text">As it was taught.</param>
public sealed record TaughtPhrase(string ProcedureCode, string Text);

/// <summary>The phrases in use of an office and of all below it: they speak to the same bot.</summary>
internal static class PhraseReader
{
    /// <summary>Oldest first: where two units taught the same words for different procedures, the first one stays.</summary>
    public static async Task<IReadOnlyList<TaughtPhrase>> ReadAsync(ChatbotDb db, Guid unitId, CancellationToken ct) =>
        await Of(db, await PathAsync(db, unitId, ct)).Where(p => p.WithdrawnAt == null).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id)
            .Select(p => new TaughtPhrase(p.ProcedureCode, p.Text)).ToListAsync(ct);

    /// <summary>Grows with every phrase taught and every one withdrawn, and with nothing else.</summary>
    public static async Task<int> StampAsync(ChatbotDb db, Guid unitId, CancellationToken ct) =>
        await Of(db, await PathAsync(db, unitId, ct)).SumAsync(p => p.WithdrawnAt == null ? 1 : 2, ct);

    private static IQueryable<OfficePhrase> Of(ChatbotDb db, string path) =>
        db.Set<OfficePhrase>().Where(p => db.Set<Unit>().Any(u => u.Id == p.UnitId && u.Path.StartsWith(path)));

    private static Task<string> PathAsync(ChatbotDb db, Guid unitId, CancellationToken ct) =>
        db.Set<Unit>().Where(u => u.Id == unitId).Select(u => u.Path).SingleAsync(ct);
}
