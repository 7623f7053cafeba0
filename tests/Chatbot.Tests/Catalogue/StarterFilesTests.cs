using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;

namespace Chatbot.Tests.Catalogue;

public sealed class StarterFilesTests
{
    private const string Folder = "Chatbot.Catalogue.Starter.";

    /// <summary>What may be null by the records' own comments; everything else has a value, even when a file leaves it out.</summary>
    private static readonly string[] mayBeNull =
        ["validFrom", "validUntil", "replacedBy", "time", "amount", "originals", "copies", "form", "place", "procedureCode"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_read_and_written_again_says_the_same(string file)
    {
        using var stream = typeof(StarterCatalogue).Assembly.GetManifestResourceStream(Folder + file)!;
        using var source = JsonDocument.Parse(stream);
        var loaded = Loaded(file);
        foreach (var row in source.RootElement.EnumerateArray())
            foreach (var said in row.EnumerateObject())
                Assert.True(JsonElement.DeepEquals(said.Value, loaded[Key(row)].GetProperty(said.Name)), $"{Key(row)} {said.Name}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_null_that_the_records_promise(string file) =>
        Assert.All(Loaded(file).Values, row => Assert.Empty(Nulls(row, "")));

    public static TheoryData<string> Files() =>
        [.. typeof(StarterCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith("titles.json", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])];

    private static Dictionary<string, JsonElement> Loaded(string file) => file switch
    {
        "faq.json" => Written([.. StarterCatalogue.Faq], StarterJson.Default.FaqEntryArray),
        "offices.json" => Written([.. StarterCatalogue.Offices], StarterJson.Default.OfficeArray),
        _ => Written([.. StarterCatalogue.Procedures], StarterJson.Default.ProcedureArray),
    };

    private static Dictionary<string, JsonElement> Written<T>(T[] rows, JsonTypeInfo<T[]> type) =>
        JsonSerializer.SerializeToElement(rows, type).EnumerateArray().ToDictionary(Key);

    private static string Key(JsonElement row) => (row.TryGetProperty("code", out var code) ? code : row.GetProperty("id")).GetString()!;

    private static IEnumerable<string> Nulls(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Null => mayBeNull.Contains(name) ? [] : [name],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Nulls(property.Value, property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Nulls(item, name)),
        _ => [],
    };
}
