using System.Text.RegularExpressions;
using Chatbot.Campaigns.Writing.Legal;

namespace Chatbot.Campaigns.Writing.Clarity;

/// <summary>Abbreviations that a reader meets without having been told what they mean.</summary>
internal static partial class Abbreviations
{
    /// <returns>Each once, in order, with its meaning where the list knows it.</returns>
    public static IReadOnlyList<(string Written, string? Meaning)> UnexplainedIn(string text)
    {
        var plain = Addresses().Replace(Citations.Without(text), " ");
        return [.. plain.Split('\n').SelectMany(In).Distinct().Where(written => !IsExplained(written, plain)).Select(written => (written, PlainWords.Embedded.Meaning(written)?.Meaning))];
    }

    private static IEnumerable<string> In(string line)
    {
        // A heading in capitals is no row of abbreviations.
        var isHeading = !line.Any(char.IsLower);
        foreach (var written in Capitals().Matches(line).Select(match => match.Value))
        {
            if (Roman().IsMatch(written)) continue;
            var known = PlainWords.Embedded.Meaning(written);
            if (known is null ? Syllable().IsMatch(written.ToLowerInvariant()) : isHeading && Syllable().IsMatch(written.ToLowerInvariant())) continue;
            yield return written;
        }
    }

    private static bool IsExplained(string written, string text)
    {
        if (PlainWords.Embedded.Meaning(written) is { } known && (known.IsKnownToAll || text.Contains(known.Meaning, StringComparison.OrdinalIgnoreCase))) return true;
        var escaped = Regex.Escape(written);
        // "bảo hiểm y tế (BHYT)", "(sau đây gọi tắt là BHYT)", "BHYT (bảo hiểm y tế)"
        return Regex.IsMatch(text, $@"\p{{L}}+\s+\p{{L}}+\s*\([^()]*(?<![\p{{L}}]){escaped}\s*\)") || Regex.IsMatch(text, $@"{escaped}\s*\(\s*\p{{L}}+\s+[^()]*\)");
    }

    [GeneratedRegex(@"https?://\S+|www\.\S+|\S+@\S+|\{[a-z_]+\}")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/-])\p{Lu}(?:\p{Lu}|\p{N}(?=\p{Lu}))+(?:-\p{Lu}{2,})*(?![\p{L}\p{N}/])")]
    private static partial Regex Capitals();

    [GeneratedRegex("^[IVXLC]+$")]
    private static partial Regex Roman();

    // A Vietnamese syllable in any tone: at most one group of consonants before and after a vowel.
    [GeneratedRegex(@"^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?$")]
    private static partial Regex Syllable();
}
