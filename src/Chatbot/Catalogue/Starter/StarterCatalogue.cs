using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Chatbot.Catalogue.Starter;

/// <summary>The catalogue that ships with the project and answers when nothing else is loaded; embedded as JSON, read once.</summary>
/// <remarks>
/// Facts (codes, papers, fees, times, legal basis) are those of the national portal on each entry's own date; the wording is ours.
/// A level of online service is given as full only where the source says "toàn trình"; any other online submission counts as partial.
/// </remarks>
public static class StarterCatalogue
{
    private const string Folder = "Chatbot.Catalogue.Starter.";
    private static readonly Lazy<IReadOnlyList<Procedure>> procedures = new(ReadProcedures);
    private static readonly Lazy<IReadOnlyList<FaqEntry>> faq = new(() =>
        Read("faq.json", StarterJson.Default.FaqEntryArray, Blank(new FaqEntry("", [], ""), StarterJson.Default.FaqEntry)));
    private static readonly Lazy<IReadOnlyList<Office>> offices = new(() =>
        Read("offices.json", StarterJson.Default.OfficeArray, Blank(new Office("", ""), StarterJson.Default.Office)));

    /// <summary>Full entries first, then those with title and link only; every code once.</summary>
    public static IReadOnlyList<Procedure> Procedures => procedures.Value;

    public static IReadOnlyList<FaqEntry> Faq => faq.Value;

    /// <summary>A fictitious commune, marked as a sample in its names; an office replaces it with its own.</summary>
    public static IReadOnlyList<Office> Offices => offices.Value;

    private static Procedure[] ReadProcedures()
    {
        var blank = Blank(new Procedure("", ""), StarterJson.Default.Procedure);
        var files = typeof(StarterCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + "procedures-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => name[Folder.Length..]);
        var titles = Read("titles.json", StarterJson.Default.TitleOnlyArray, blank: []);
        return [.. files.SelectMany(file => Read(file, StarterJson.Default.ProcedureArray, blank)), .. titles.Select(title => title.ToProcedure())];
    }

    private static JsonObject Blank<T>(T record, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(record, type)!.AsObject();

    /// <exception cref="InvalidOperationException">The build left the file out: a broken build, never a matter of input.</exception>
    private static T[] Read<T>(string file, JsonTypeInfo<T[]> type, JsonObject blank)
    {
        using var stream = typeof(StarterCatalogue).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"Embedded file {file} is missing.");
        var rows = JsonNode.Parse(stream)!.AsArray();
        foreach (var row in rows) Complete(row!.AsObject(), blank);
        return rows.Deserialize(type)!;
    }

    // Source-generated reading gives null, not the record's own default, for an init property that the file leaves out.
    private static void Complete(JsonObject row, JsonObject blank)
    {
        foreach (var (name, value) in blank)
            if (!row.ContainsKey(name)) row[name] = value?.DeepClone();
    }
}
