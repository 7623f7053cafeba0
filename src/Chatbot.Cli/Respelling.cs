using System.Text;
using Chatbot.Understanding.Text;

namespace Chatbot.Cli;

/// <summary>Writes a message again as other people would type it, always in the same way: to measure what a spelling costs.</summary>
public static class Respelling
{
    public static readonly IReadOnlyList<(string Name, Func<string, string> Write)> All =
    [
        ("no accents", text => Letters.Fold(text.Normalize())),
        ("teencode", Teencode),
        ("typos", Typos),
        ("Telex left-overs, old tone marks", Telex),
    ];

    private static readonly (string Plain, string Short)[] ShortForms =
    [
        ("như thế nào", "ntn"), ("bao nhiêu", "bn"), ("đăng ký", "đk"), ("không", "ko"), ("được", "dc"), ("gì", "j"), ("vậy", "v"), ("với", "vs"), ("làm", "lm"),
        ("muốn", "mún"), ("rồi", "r"), ("người", "ng"), ("biết", "bít"), ("chồng", "ck"), ("vợ", "vk"), ("cũng", "cx"), ("em", "e"), ("anh", "a"), ("giờ", "h"), ("trước", "trc"), ("nhiều", "nhìu"),
    ];

    private static readonly (string New, string Old)[] ToneMarks =
    [
        ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"), ("òe", "oè"), ("óe", "oé"), ("ọe", "oẹ"),
    ];

    private static string Teencode(string text)
    {
        var words = $" {text.Normalize().ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal)} ";
        foreach (var (plain, small) in ShortForms)
        {
            words = words.Replace($" {plain} ", $" {small} ", StringComparison.Ordinal);
        }

        return words.Trim();
    }

    /// <summary>Every sixth longer word with two letters swapped or one letter lost.</summary>
    private static string Typos(string text)
    {
        var words = text.Normalize().Split(' ');
        for (var i = 2; i < words.Length; i += 6)
        {
            var word = words[i];
            if (word.Length > 3 && word.All(char.IsLetter))
            {
                words[i] = i % 4 == 0 ? word[..1] + word[2] + word[1] + word[3..] : word.Remove(word.Length - 2, 1);
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>Every fourth word as its keys were pressed; the others with the tone marks of the old convention.</summary>
    private static string Telex(string text)
    {
        var words = text.Normalize().ToLowerInvariant().Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = i % 4 == 1 ? Keys(words[i]) : ToneMarks.Aggregate(words[i], (word, mark) => word.Replace(mark.New, mark.Old, StringComparison.Ordinal));
        }

        return string.Join(' ', words);
    }

    private static string Keys(string word)
    {
        var end = word.Length;
        while (end > 0 && !char.IsLetter(word[end - 1]))
        {
            end--;
        }

        var (keys, tone) = (new StringBuilder(), Letters.ToneOf(word));
        foreach (var c in word[..end])
        {
            keys.Append(Letters.WithoutTone(c) switch { 'ă' => "aw", 'â' => "aa", 'ê' => "ee", 'ô' => "oo", 'ơ' => "ow", 'ư' => "uw", 'đ' => "dd", var plain => plain.ToString() });
        }

        return keys.Append(tone == 0 ? "" : "sfrxj"[tone - 1].ToString()).Append(word[end..]).ToString();
    }
}
