using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Chatbot.Catalogue.Import;

/// <summary>Rows of a JSON Lines file: the portal's shape (field <c>ma_thu_tuc</c>) or our own (<see cref="CatalogueJson"/>), told row by row.</summary>
public static class JsonRows
{
    /// <param name="shares">Counts what the parsers made of the portal's rows; null: nobody asks.</param>
    public static async IAsyncEnumerable<CatalogueRow<Procedure>> ProceduresAsync(
        Stream file, SectionShares? shares, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in PortalFile.ReadAsync(file, ct))
            yield return line.Problem is null && line.Json.TryGetProperty("ma_thu_tuc", out _)
                ? Portal(line, shares)
                : Own(line, CatalogueJson.Procedure, p => p.Code, EntryRules.Problem);
    }

    public static async IAsyncEnumerable<CatalogueRow<FaqEntry>> FaqAsync(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in PortalFile.ReadAsync(file, ct)) yield return Own(line, CatalogueJson.Faq, f => f.Id, EntryRules.Problem);
    }

    private static CatalogueRow<Procedure> Portal(JsonLine line, SectionShares? shares)
    {
        var row = PortalRow.Read(line.Json);
        var (procedure, problems) = PortalProcedure.Read(row, line.Number);
        if (procedure is not null) shares?.Add(row, procedure);
        return new CatalogueRow<Procedure>(line.Number, procedure, problems);
    }

    private static CatalogueRow<T> Own<T>(JsonLine line, JsonTypeInfo<T> type, Func<T, string> id, Func<T, (string Field, string Problem)?> rule)
        where T : class
    {
        if (line.Problem is not null) return LeftOut<T>(line.Number, "", "", line.Problem);
        try
        {
            var entry = line.Json.Deserialize(type)!;
            return rule(entry) is { } broken
                ? LeftOut<T>(line.Number, id(entry), broken.Field, broken.Problem)
                : new CatalogueRow<T>(line.Number, entry, []);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)   // a wrong type, or an escape that is half a character
        {
            return LeftOut<T>(line.Number, "", (wrong as JsonException)?.Path ?? "", "Không đúng kiểu dữ liệu hoặc thiếu trường bắt buộc");
        }
    }

    private static CatalogueRow<T> LeftOut<T>(int row, string code, string field, string problem)
        where T : class => new(row, null, [new RowProblem(row, code, field, problem) { LeftOut = true }]);
}
