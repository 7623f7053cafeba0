using Chatbot.Understanding.Text;

namespace Chatbot.Understanding;

/// <summary>Names of provinces and communes, also those that the merger of 1 July 2025 took away (Data/places.tsv).</summary>
public sealed class Places
{
    private readonly WordPatterns patterns = new();
    private readonly List<PlaceName> names = [];

    /// <param name="rows">old name, today's name.</param>
    public Places(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            patterns.Add(row[0]);
            names.Add(new(row[0], row[1]));
        }
    }

    public IReadOnlyList<PlaceName> In(Reading reading) => [.. patterns.Find(reading).Select(m => names[m.Pattern]).Distinct()];
}
