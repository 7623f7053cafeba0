using Chatbot.Understanding.Text;

namespace Chatbot.Understanding;

/// <summary>Where a message that asks for two things may be cut in two.</summary>
public static class Needs
{
    private const int MostCuts = 3;
    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal)
    {
        "và", "va", "với", "voi", "còn", "rồi", "roi", "ngoài", "ngoai", "xong",
    };

    /// <summary>Both halves of the message for each place where it may be cut; none when it is too short to hold two needs.</summary>
    public static IEnumerable<(Reading Left, Reading Right)> Splits(Reading reading)
    {
        if (reading.Words.Count is < 7 or > 60)
        {
            return [];
        }

        return Enumerable.Range(2, reading.Words.Count - 4)
            .Where(i => OpensPart(reading, i)).Take(MostCuts)
            .Select(i => (Part(reading, 0, i), Part(reading, i, reading.Words.Count)));
    }

    private static bool OpensPart(Reading reading, int i) =>
        reading.Words[i].OpensClause || reading.Words[i].Sentence != reading.Words[i - 1].Sentence || Joints.Contains(reading.Words[i].Text);

    private static Reading Part(Reading reading, int start, int end) =>
        reading with { Words = [.. reading.Words.Skip(start).Take(end - start)], AlsoPossible = [] };
}
