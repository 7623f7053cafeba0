using System.Text;

namespace Chatbot.Understanding.Text;

/// <summary>Vietnamese letters taken apart: base letter, quality (ă â ê ô ơ ư đ) and tone.</summary>
public static class Letters
{
    /// <summary>Tones as combining marks, numbered as VNI numbers them: 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng.</summary>
    private const string ToneMarks = "\0\u0301\u0300\u0309\u0303\u0323";

    private const int Covered = 0x1F00;
    private static readonly char[] Toneless = new char[Covered];
    private static readonly char[] Folded = new char[Covered];
    private static readonly byte[] Tones = new byte[Covered];

    static Letters()
    {
        for (var c = 0; c < Covered; c++)
        {
            (Toneless[c], Folded[c], Tones[c]) = Apart((char)c);
        }
    }

    public static char WithoutTone(char c) => c < Covered ? Toneless[c] : c;

    /// <summary>The letter without tone and quality: ậ → a, đ → d.</summary>
    public static char Fold(char c) => c < Covered ? Folded[c] : c;

    public static int ToneOf(char c) => c < Covered ? Tones[c] : 0;

    public static char WithTone(char c, int tone) =>
        tone == 0 ? c : $"{c}{ToneMarks[tone]}".Normalize(NormalizationForm.FormC) is { Length: 1 } one ? one[0] : c;

    public static bool IsVowel(char toneless) => "aăâeêioôơuưy".Contains(toneless, StringComparison.Ordinal);

    public static string Fold(string word) => Map(word, Fold);

    public static string WithoutTone(string word) => Map(word, WithoutTone);

    /// <summary>The tone of a syllable: that of its only marked letter.</summary>
    public static int ToneOf(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (ToneOf(c) is var tone and > 0)
            {
                return tone;
            }
        }

        return 0;
    }

    private static string Map(string word, Func<char, char> map)
    {
        var changed = false;
        foreach (var c in word)
        {
            changed |= map(c) != c;
        }

        return changed ? string.Create(word.Length, (word, map), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from.map(from.word[i]);
            }
        }) : word;
    }

    private static (char Toneless, char Folded, byte Tone) Apart(char c)
    {
        if (c is 'đ' or 'Đ')
        {
            return (c, c == 'đ' ? 'd' : 'D', 0);
        }

        if (!char.IsLetter(c))
        {
            return (c, c, 0);
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        var tone = 0;
        var quality = new StringBuilder().Append(parts[0]);
        foreach (var mark in parts.Skip(1))
        {
            var at = ToneMarks.IndexOf(mark, StringComparison.Ordinal);
            (tone, quality) = at > 0 ? (at, quality) : (tone, quality.Append(mark));
        }

        var toneless = quality.ToString().Normalize(NormalizationForm.FormC);
        return (toneless.Length == 1 ? toneless[0] : c, parts[0], (byte)tone);
    }
}
