using System.Globalization;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding;

/// <summary>Names of provinces and communes, also those that the merger of 1 July 2025 took away (Data/places.tsv).</summary>
public sealed class Places
{
    private readonly WordPatterns patterns = new();
    private readonly List<PlaceName> names = [];

    /// <param name="rows">name as it is said, today's unit, and the day since when (yyyy-MM-dd).</param>
    public Places(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            patterns.Add(row[0]);
            names.Add(new(row[0], row[1]) { Since = row.Length > 2 ? DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null });
        }
    }

    public IReadOnlyList<PlaceName> In(Reading reading) => [.. patterns.Find(reading).Select(m => names[m.Pattern]).Distinct()];
}
