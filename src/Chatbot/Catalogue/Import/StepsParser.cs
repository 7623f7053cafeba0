using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>"Trình tự thực hiện": one step a "Bước", else one a paragraph. Order and words stay the portal's, even where it is broken there.</summary>
public static partial class StepsParser
{
    public static Parsed<Step> Parse(string text)
    {
        var said = SourceText.Said(text);
        if (said.Length == 0) return new([], Sure: true);
        var numbered = StepStart().Count(said) > 1;
        var parts = numbered ? AtStarts(said) : SourceText.Paragraphs(said);
        return new([.. parts.Select(p => new Step(p))], Sure: true);
    }

    private static IEnumerable<string> AtStarts(string text)
    {
        var from = 0;
        foreach (Match start in StepStart().Matches(text))
        {
            if (text[from..start.Index].Trim() is { Length: > 0 } before) yield return before;
            from = start.Index;
        }
        yield return text[from..].Trim();
    }

    // "- Bước 1:", "+ Bước 2.", "Bước 3 " at a line's start, or after the end of a sentence on the same line.
    [GeneratedRegex(@"(?:(?<=^|\n)|(?<=[.;:] ))(?:[-+*•] ?)?(?:\*\* ?)?(?:[a-z]\) ?)?Bước (?:thứ )?\d{1,2}\b")]
    private static partial Regex StepStart();
}
