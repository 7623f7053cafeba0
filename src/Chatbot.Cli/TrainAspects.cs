using System.Globalization;
using Chatbot.Understanding;
using Chatbot.Understanding.Aspects;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>Learns which part of a procedure is asked for: <c>train</c> writes Data/aspect-weights.tsv and prints how well left-out folds are read.</summary>
internal sealed class TrainAspects
{
    /// <summary>A dev message is real, and there are few of them.</summary>
    private const double DevImportance = 3;
    private readonly AspectSet set;

    public TrainAspects(Understander understander, UnderstandingData data, List<AskedMessage> dev)
    {
        set = new(understander, data, [.. TrainKinds.Spellings.Select(s => s.Write)]);
        var known = dev.Where(m => m.Expected.Count > 0 && m.Aspects.Count > 0).ToList();
        for (var i = 0; i < known.Count; i++)
        {
            set.Add(known[i].Text, [.. known[i].Aspects.Select(a => Enum.Parse<Aspect>(a, true))], DevImportance, i);
        }
    }

    /// <summary>The text of Data/aspect-weights.tsv.</summary>
    public string Learn() => "# What aspects are told by, learnt by train: feature, a weight each for " + string.Join(", ", AspectModel.All.Select(Wire.Name)) + ".\n"
        + "# r and q first and last aspect that aspects.tsv finds, o any of them, w word, a with its accents, p pair, t triple, s pair around a word, e and d word and pair of the last clause, f first and l last word, n length.\n"
        + string.Concat(set.Learn().Select(line => string.Join('\t', line) + "\n"));

    public void PrintFolds(bool errors, TextWriter to)
    {
        var judged = set.Judge();
        foreach (var (name, of) in new[] { ("own messages", judged.Where(j => !j.IsDev)), ("dev messages", judged.Where(j => j.IsDev)) })
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aspect left out, {name}: n={of.Count(),-5} right {of.Average(j => j.Right.Contains(j.Got) ? 1.0 : 0):0.000}"));
        }

        foreach (var aspect in judged.GroupBy(j => j.Right[0]).OrderBy(g => g.Key))
        {
            var wrong = aspect.Where(j => !j.Right.Contains(j.Got)).ToList();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"aspect {Wire.Name(aspect.Key),-10} n={aspect.Count(),-5} right {1 - ((double)wrong.Count / aspect.Count()):0.000}  {string.Join(", ", wrong.GroupBy(w => w.Got).OrderByDescending(g => g.Count()).Select(g => $"{Wire.Name(g.Key)} {g.Count()}"))}"));
            foreach (var (text, _, got, _) in wrong.Where(_ => errors))
            {
                to.WriteLine($"    {Wire.Name(aspect.Key)}>{Wire.Name(got)}\t{text}");
            }
        }
    }
}
