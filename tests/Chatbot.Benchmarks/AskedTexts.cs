using System.Globalization;
using Chatbot.Cli;
using Chatbot.Understanding;

namespace Chatbot.Benchmarks;

/// <summary>Questions as citizens ask them, from the phrase bank; the same ones in every run.</summary>
internal static class AskedTexts
{
    private const int Seed = 20_261_122;

    /// <summary>A third of them without accents.</summary>
    public static string[] Spelt(UnderstandingData data, int count)
    {
        var texts = data.Phrases.Select(row => row[1]).ToArray();
        new Random(Seed).Shuffle(texts);
        var plain = Respelling.All[0].Write;
        return [.. texts.Take(count).Select((text, i) => i % 3 == 0 ? plain(text) : text)];
    }

    /// <summary>Messages of which no two are the same, so that each must be understood anew.</summary>
    public static string[] NeverTheSame(int count)
    {
        var texts = Spelt(UnderstandingData.Embedded(), count);
        return [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{texts[i % texts.Length]} nhé {i}"))];
    }
}
