using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <param name="Weights">One multiplier a word, 0 to 1.</param>
/// <param name="Aspects">Those named outright first, then "how", then those that half of all questions mention.</param>
public sealed record Worded(float[] Weights, IReadOnlyList<(Aspect Aspect, int Start, int Length)> Aspects)
{
    /// <summary>What is asked for first of all.</summary>
    public Aspect Aspect => Aspects.Count > 0 ? Aspects[0].Aspect : Aspect.General;

    /// <summary>What is asked for last.</summary>
    public Aspect Last
    {
        get
        {
            var (last, end) = (Aspect.General, 0);
            foreach (var (aspect, start, length) in Aspects)
            {
                (last, end) = start + length > end ? (aspect, start + length) : (last, end);
            }

            return last;
        }
    }
}

/// <summary>How much each word of a text tells about the matter: words of courtesy, and words that ask for an aspect, tell little.</summary>
public sealed class Wording
{
    /// <summary>"cần giấy tờ gì" is in half of all questions, whatever they are about.</summary>
    private const float AspectWord = 0.12f;

    /// <summary>A word that looks like one of courtesy, but most likely is another.</summary>
    private const float LooksLikeStopWord = 0.6f;

    private readonly Dictionary<string, float> stopWords;
    private readonly Dictionary<string, float> foldedStopWords = [];
    private readonly WordPatterns aspectPatterns = new();
    private readonly List<AspectWords> aspects = [];

    /// <param name="Content">The words tell about the matter too.</param>
    /// <param name="Weak">Any other aspect goes before.</param>
    /// <param name="Nothing">They ask for nothing and only keep what stands inside them from being read: "chưa bao giờ".</param>
    private readonly record struct AspectWords(Aspect Aspect, bool Content, bool Weak, bool Nothing);

    public Wording(UnderstandingData data)
    {
        stopWords = data.StopWords.ToDictionary(row => row[0], row => Number(row[1]), StringComparer.Ordinal);
        foreach (var (word, weight) in stopWords)
        {
            var fold = Letters.Fold(word);
            foldedStopWords[fold] = Math.Min(foldedStopWords.GetValueOrDefault(fold, 1), Math.Max(weight, 0.25f));
        }

        foreach (var row in data.Aspects)
        {
            aspectPatterns.Add(row[1]);
            var how = row.Length > 2 ? row[2] : "";
            aspects.Add(new(Enum.Parse<Aspect>(row[0], true), how == "content", how == "weak", how == "nothing"));
        }
    }

    /// <summary>"làm sao" asks less than "ở đâu", and "hồ sơ" is often no more than a noun.</summary>
    private static int Place(AspectWords aspect) => aspect.Weak ? 2 : aspect.Aspect == Aspect.Steps ? 1 : 0;

    public Worded Of(Reading reading)
    {
        var weights = new float[reading.Words.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = StopWeight(reading.Words[i], reading.AccentFree);
        }

        var found = new List<(Aspect, int, int)>();
        var matches = aspectPatterns.Find(reading);
        foreach (var match in matches.Where(m => !IsSwallowed(m, matches)).OrderBy(m => Place(aspects[m.Pattern])).ThenByDescending(m => m.Length).ThenByDescending(m => m.Start))
        {
            if (aspects[match.Pattern].Nothing)
            {
                continue;
            }

            found.Add((aspects[match.Pattern].Aspect, match.Start, match.Length));
            for (var i = match.Start; !aspects[match.Pattern].Content && i < match.Start + match.Length; i++)
            {
                weights[i] = Math.Min(weights[i], AspectWord);
            }
        }

        return new(weights, found);
    }

    /// <summary>It stands inside a longer sequence: "bao nhiêu" in "bao nhiêu ngày" asks for no money.</summary>
    private static bool IsSwallowed(PatternMatch match, List<PatternMatch> matches)
    {
        foreach (var longer in matches)
        {
            if (longer.Length > match.Length && longer.Start <= match.Start && longer.Start + longer.Length >= match.Start + match.Length)
            {
                return true;
            }
        }

        return false;
    }

    private float StopWeight(ReadWord word, bool accentFree)
    {
        var weight = stopWords.TryGetValue(word.Likely ?? word.Text, out var exact) ? exact
            : word.Likely is not null ? Math.Max(LooksLikeStopWord, foldedStopWords.GetValueOrDefault(word.Folded, 1f))
            : accentFree ? foldedStopWords.GetValueOrDefault(word.Folded, 1f) : 1f;
        return char.IsAsciiDigit(word.Text[0]) && word.Text.Length < 5 ? Math.Min(weight, 0.35f) : weight;
    }

    private static float Number(string text) => float.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
