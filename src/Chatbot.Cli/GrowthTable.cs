using System.Globalization;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>What each further 500 phrasings gain, drawn in a fixed order: <c>train --growth</c>. Where the gain ends, writing more of the same is over.</summary>
internal static class GrowthTable
{
    private const int Step = 500;
    private const int Seed = 20_250_701;

    public static void Print(KnownCatalogue catalogue, UnderstandingData data, IReadOnlyList<AskedMessage> messages, TextWriter to)
    {
        var drawn = data.Phrases.ToArray();
        new Random(Seed).Shuffle(drawn);
        var before = 0d;
        for (var count = 0; count < drawn.Length + Step; count += Step)
        {
            var understander = Understander.Build(catalogue, data with { Phrases = [.. drawn.Take(count)] });
            var scores = Scores.Of(understander, messages);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"phrasings {Math.Min(count, drawn.Length),6}  {scores}  gain R@1 {scores.First - before:+0.000;-0.000}"));
            before = scores.First;
        }
    }
}
