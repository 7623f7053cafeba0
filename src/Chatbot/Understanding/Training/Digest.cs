using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Understanding.Training;

/// <summary>Short fingerprints of the lists, so that a test can tell whether what was learnt was learnt from them.</summary>
public static class Digest
{
    private const int Length = 16;

    /// <summary>All lists that people write, and where training begins.</summary>
    public static string OfLists(UnderstandingData data)
    {
        IEnumerable<string[]> start = data.Weights.Start.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => (string[])[s.Key, s.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return Of([
            .. data.ShortForms, .. data.EverydayWords, .. data.StopWords, .. data.Aspects, .. data.Rules, .. data.Examples, .. data.Asked, .. data.Phrases,
            .. data.Siblings, .. data.Qualifiers, .. data.Places, .. data.Concepts, .. data.Popularity, .. start]);
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(IReadOnlyList<string[]> rows)
    {
        var text = string.Join('\n', rows.Select(cells => string.Join('\t', cells)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }
}
