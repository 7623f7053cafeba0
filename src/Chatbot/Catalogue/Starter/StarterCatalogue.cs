using System.Text.Json;
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
    private static readonly Lazy<IReadOnlyList<FaqEntry>> faq = new(() => Read(Folder + "faq.json", StarterJson.Default.FaqEntryArray));
    private static readonly Lazy<IReadOnlyList<Office>> offices = new(() => Read(Folder + "offices.json", StarterJson.Default.OfficeArray));

    /// <summary>Full entries first, then those with title and link only; every code once.</summary>
    public static IReadOnlyList<Procedure> Procedures => procedures.Value;

    public static IReadOnlyList<FaqEntry> Faq => faq.Value;

    /// <summary>A fictitious commune, marked as a sample in its names; an office replaces it with its own.</summary>
    public static IReadOnlyList<Office> Offices => offices.Value;

    private static Procedure[] ReadProcedures()
    {
        var files = typeof(StarterCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + "procedures-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var titles = Read(Folder + "titles.json", StarterJson.Default.TitleOnlyArray);
        return [.. files.SelectMany(name => Read(name, StarterJson.Default.ProcedureArray)), .. titles.Select(title => title.ToProcedure())];
    }

    /// <exception cref="InvalidOperationException">The build left the file out or it is not valid: a broken build, never a matter of input.</exception>
    private static T[] Read<T>(string name, JsonTypeInfo<T[]> type)
    {
        using var stream = typeof(StarterCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Embedded file {name} is missing.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"Embedded file {name} is empty.");
    }
}
