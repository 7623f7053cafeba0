using System.Globalization;
using System.Numerics;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>Why phrases that are asked of the rest of the bank miss their procedure: <c>train --errors</c>.</summary>
internal sealed class LeftOutErrors(CatalogueIndex index)
{
    private readonly Dictionary<string, List<string>> byClass = [];

    public void Add(TrainingQuestion question, Ranking ranking, Func<int, bool> isRight)
    {
        var wanted = index.ByCode[question.Expected[0]];
        var top = ranking.Candidates[0];
        var rank = ranking.Candidates.ToList().FindIndex(c => isRight(c.Procedure));
        var name = ClassOf(wanted, top, rank < 0 ? null : ranking.Candidates[rank]);
        if (!byClass.TryGetValue(name, out var list))
        {
            byClass[name] = list = [];
        }

        list.Add($"{question.Expected[0]} > {index.Procedures[top.Procedure].Code}\t{question.Text}");
    }

    public void Print(TextWriter to)
    {
        var all = Math.Max(1, byClass.Values.Sum(l => l.Count));
        foreach (var (name, list) in byClass.OrderByDescending(c => c.Value.Count))
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"missed: {name,-40} {list.Count,5}  {(double)list.Count / all:0.000}"));
            foreach (var line in list.Where((_, i) => i % Math.Max(1, list.Count / 5) == 0).Take(5))
            {
                to.WriteLine($"    {line}");
            }
        }
    }

    private string ClassOf(int wanted, Scored top, Scored? right)
    {
        var got = top.Procedure;
        var shared = Shared(index.CoreWords[wanted], index.CoreWords[got]);
        var differ = BitOperations.PopCount(index.Qualifiers[wanted] ^ index.Qualifiers[got]) > 0;
        return right is null ? "no phrase or title near it"
            : shared > 0.75 && !differ ? "twin codes"
            : shared > 0.4 && differ ? "other action or special case"
            : index.FieldNumber[wanted] == index.FieldNumber[got] ? "neighbour in the field"
            : right.Features[(int)Feature.BestEvidence] < 0.35f ? "missing generalisation"
            : "another field";
    }

    private static double Shared(int[] a, int[] b) => a.Length + b.Length == 0 ? 0 : 2.0 * a.Intersect(b).Count() / (a.Length + b.Length);
}
