namespace Chatbot.Understanding.Text;

/// <summary>A way to read one written word, and what it costs to believe it.</summary>
public readonly record struct Guess(string[] Words, double Cost, string Why);

/// <summary>All ways to read a written word: as it is, as a short form, as a slip of keyboard, input method, accent or region.</summary>
public sealed class Spelling(Lexis lexis, ShortForms shortForms)
{
    private readonly Neighbours neighbours = new(lexis, fold => CommonIn(lexis, fold));

    private static readonly (string From, string To)[] Regional =
    [
        ("l", "n"), ("n", "l"), ("tr", "ch"), ("ch", "tr"), ("s", "x"), ("x", "s"), ("d", "gi"), ("gi", "d"), ("d", "v"), ("v", "d"), ("dz", "d"), ("r", "g"), ("r", "d"), ("f", "ph"), ("w", "qu"), ("j", "gi"), ("z", "d"), ("k", "c"), ("c", "k"),
    ];

    public List<Guess> Of(string word, bool accentFree, bool afterNumber)
    {
        var guesses = new List<Guess>(4);
        var shortForm = shortForms.Of(word, afterNumber);
        var known = IsKnown(word, accentFree);
        if (shortForm.Count == 0 || (known && Letters.Fold(word) != word))
        {
            guesses.Add(new([word], known ? 0 : 3, ""));
        }

        foreach (var reading in shortForm)
        {
            guesses.Add(new(reading, 0.2, "viết tắt"));
        }

        if (!known && shortForm.Count == 0 && !char.IsAsciiDigit(word[0]))
        {
            AddRepairs(guesses, word, accentFree);
        }
        else if (known && accentFree && word.Length > 3 && IsRare(word))
        {
            AddTypos(guesses, word, accentFree, 1.0);   // "khia" is a word, but hardly the one before "sinh"
        }
        else if (known && !accentFree && word.Length > 1)
        {
            AddSlips(guesses, word, 2.6, accentFree);
        }

        return guesses;
    }

    public bool IsKnown(string word, bool accentFree)
    {
        var id = lexis.IdOf(word);
        return id >= 0 && lexis.CountOf(id) >= 3 || (accentFree && lexis.FoldIdOf(word) is >= 0 and var fold && CommonIn(lexis, fold));
    }

    private static bool CommonIn(Lexis lexis, int fold) => CountIn(lexis, fold) >= 3;

    private static int CountIn(Lexis lexis, int fold)
    {
        var total = 0;
        foreach (var id in lexis.MembersOf(fold))
        {
            total += lexis.CountOf(id);
        }

        return total;
    }

    private void AddRepairs(List<Guess> guesses, string word, bool accentFree)
    {
        var before = guesses.Count;
        AddIfKnown(guesses, Typing.FromTelex(word), 0.4, "Telex", false);
        AddIfKnown(guesses, Typing.FromVni(word), 0.4, "VNI", false);
        var single = Single(word);
        if (single != word)
        {
            AddIfKnown(guesses, single, 0.4, "chữ lặp", accentFree);
            AddIfKnown(guesses, Typing.FromTelex(single), 0.8, "Telex", false);
        }

        AddSlips(guesses, word, 1.4, accentFree);
        if (!accentFree)
        {
            AddSameLetters(guesses, Letters.Fold(single), 1.5, "dấu");
        }

        if (!guesses.Skip(before).Any(g => g.Cost < 1))
        {
            AddTypos(guesses, Letters.Fold(word), accentFree);
        }
    }

    /// <summary>Slips that keep the sound of some region: hỏi and ngã, l and n, tr and ch.</summary>
    private void AddSlips(List<Guess> guesses, string word, double cost, bool accentFree)
    {
        var tone = Letters.ToneOf(word);
        if (tone is 3 or 4)
        {
            AddIfKnown(guesses, ToneMark.Put(Letters.WithoutTone(word), 7 - tone), cost - 0.4, "hỏi/ngã", false);
        }

        foreach (var (from, to) in Regional)
        {
            if (word.StartsWith(from, StringComparison.Ordinal))
            {
                AddIfKnown(guesses, to + word[from.Length..], cost, "vùng miền", accentFree);
            }
        }
    }

    private void AddSameLetters(List<Guess> guesses, string folded, double cost, string why)
    {
        var fold = lexis.FoldIdOf(folded);
        if (fold < 0)
        {
            return;
        }

        var best = new List<int>(lexis.MembersOf(fold).ToArray());
        best.Sort((a, b) => lexis.CountOf(b).CompareTo(lexis.CountOf(a)));
        foreach (var id in best.Take(6).Where(id => lexis.CountOf(id) >= 3))
        {
            guesses.Add(new([lexis.Words[id]], cost, why));
        }
    }

    private const int Rare = 40;

    private bool IsRare(string folded) => lexis.FoldIdOf(folded) is >= 0 and var fold && CountIn(lexis, fold) < Rare;

    private void AddTypos(List<Guess> guesses, string folded, bool accentFree, double extra = 0)
    {
        foreach (var (fold, cost) in neighbours.Of(folded).OrderBy(n => n.Cost).Take(8))
        {
            if (accentFree)
            {
                guesses.Add(new([lexis.Folds[fold]], cost + extra, "gõ nhầm"));
            }
            else
            {
                AddSameLetters(guesses, lexis.Folds[fold], cost + 0.3, "gõ nhầm");
            }
        }
    }

    private void AddIfKnown(List<Guess> guesses, string? word, double cost, string why, bool accentFree)
    {
        if (word is { Length: > 0 } && IsKnown(word, accentFree))
        {
            guesses.Add(new([word], cost, why));
        }
    }

    /// <summary>Letters held down too long: "khôngggg", "sinhh".</summary>
    private static string Single(string word)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (kept.Length == 0 || kept[^1] != c)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
