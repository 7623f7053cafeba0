using System.Globalization;

namespace Chatbot.Web.Console.Lists;

/// <summary>What a person asks of a list, as it stands in the address: so a list can be bookmarked, sent on and exported as it is seen.</summary>
/// <param name="Sort">Key of a column; empty: the list's own order.</param>
/// <param name="Page">From 1.</param>
public sealed record ListQuery(string Path, string Search, string Sort, bool Descending, int Page, IReadOnlyDictionary<string, string> Filters)
{
    public const int PageSize = 25;
    private const int LongestSearch = 100;
    private const int LastPage = 1_000_000;

    /// <param name="filters">Names of the list's own filters.</param>
    public static ListQuery Of(HttpRequest request, params IEnumerable<string> filters)
    {
        var asked = request.Query;
        return new ListQuery(
            request.Path, Cut(asked["q"].ToString().Trim()), asked["sort"].ToString(), asked["desc"] == "1",
            int.TryParse(asked["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1,
            filters.ToDictionary(name => name, name => Cut(asked[name].ToString().Trim())));
    }

    public bool IsFiltered => Search.Length > 0 || Filters.Values.Any(value => value.Length > 0);

    /// <returns>Empty: not asked for.</returns>
    public string Filter(string name) => Filters.GetValueOrDefault(name, "");

    public string ToPage(int page) => Address(Sort, Descending, page, export: null);

    /// <summary>Sorted by this column; a second time the other way round.</summary>
    public string SortedBy(string key) => Address(key, key == Sort && !Descending, page: 1, export: null);

    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    public string Export(string format) => Address(Sort, Descending, page: 1, format);

    /// <summary>The same question to another address, such as the stream of this list.</summary>
    public string At(string path) => (this with { Path = path }).Address(Sort, Descending, Page, export: null);

    private string Address(string sort, bool descending, int page, string? export)
    {
        IEnumerable<(string Name, string Value)> parts =
        [
            ("q", Search), .. Filters.Select(f => (f.Key, f.Value)), ("sort", sort), ("desc", descending ? "1" : ""),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : ""), ("export", export ?? ""),
        ];
        var asked = string.Join('&', parts.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        return asked.Length == 0 ? Path : $"{Path}?{asked}";
    }

    private static string Cut(string text) => text.Length > LongestSearch ? text[..LongestSearch] : text;
}
