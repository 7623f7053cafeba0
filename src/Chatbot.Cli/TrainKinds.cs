using System.Globalization;
using Chatbot.Understanding;
using Chatbot.Understanding.Kinds;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>Learns what kinds of messages sound like: <c>train</c> writes Data/kinds.tsv and prints how well left-out folds are told apart.</summary>
internal sealed class TrainKinds
{
    /// <summary>A dev message is real, and there are few of them.</summary>
    private const double DevImportance = 2;

    private const int ExamplesOfAnError = 12;

    /// <summary>Without accents: many citizens write so, few examples are. Short forms are written out before kinds are looked at.</summary>
    internal static readonly IReadOnlyList<(string Name, Func<string, string> Write)> Spellings = [.. Respelling.All.Take(1)];
    private readonly KindSet set;
    private readonly KindModel[] folds;

    public TrainKinds(Understander understander, UnderstandingData data, List<AskedMessage> dev)
    {
        set = new(understander, data, [.. Spellings.Select(s => s.Write)]);
        for (var i = 0; i < dev.Count; i++)
        {
            set.Add(dev[i].Text, dev[i].Expected.Count > 0 ? Handling.Procedure : Wire.HandlingOf(dev[i].Handling ?? "") ?? Handling.Procedure, DevImportance, i);
        }

        folds = set.LearnFolds();
        OutOfFold = set.OutOfFold(folds);
    }

    public Func<TrainingQuestion, KindOfMessage> OutOfFold { get; }

    /// <summary>The text of Data/kinds.tsv.</summary>
    public string Learn() => "# What kinds of messages are told by, learnt by train: feature, a weight each for "
        + string.Join(", ", KindModel.Kinds.Select(Wire.Name)) + ".\n"
        + "# w word, a with its accents, p pair, s pair around a word, c run of letters, f first and l last word, n length, g group of words of rules.tsv, h its letters, k part of a procedure that aspects.tsv finds, z the one at the end.\n"
        + string.Concat(set.Learn().Select(line => string.Join('\t', line) + "\n"));

    public void PrintFolds(bool errors, TextWriter to)
    {
        PrintApart(to);
        var judged = set.Messages.Select((e, i) => (Kind: KindModel.Kinds[e.Class], Text: set.TextOf(i), Got: Likeliest(folds[e.Fold].Of(e.Features)))).ToList();
        foreach (var kind in judged.GroupBy(j => j.Kind).OrderBy(g => g.Key))
        {
            var wrong = kind.Where(j => j.Got != kind.Key).GroupBy(j => j.Got).OrderByDescending(g => g.Count()).ToList();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"kind {Wire.Name(kind.Key),-14} n={kind.Count(),-6} right {kind.Average(j => j.Got == kind.Key ? 1.0 : 0):0.000}  {string.Join(", ", wrong.Select(w => $"{Wire.Name(w.Key)} {w.Count()}"))}"));
            foreach (var (text, got) in wrong.SelectMany(w => w.Where((_, i) => i % Math.Max(1, w.Count() / ExamplesOfAnError) == 0).Select(j => (j.Text, j.Got))).Where(_ => errors))
            {
                to.WriteLine($"    {Wire.Name(kind.Key)}>{Wire.Name(got)}\t{text}");
            }
        }
    }

    /// <summary>How well questions about a procedure are told from the rest, and the rest from each other.</summary>
    private void PrintApart(TextWriter to)
    {
        var judged = set.Messages.Select(e => (Kind: KindModel.Kinds[e.Class], Sounds: folds[e.Fold].Of(e.Features), Asks: KindModel.Kinds[e.Class] == Handling.Procedure)).ToList();
        var margins = judged.Where(j => j.Asks).Select(j => j.Sounds.Margin).Order().ToList();
        var others = judged.Where(j => !j.Asks).ToList();
        foreach (var mistaken in new[] { 0.005, 0.01, 0.02, 0.05 })
        {
            var from = margins[(int)((margins.Count - 1) * (1 - mistaken))];
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"by words alone, {mistaken:0.000} of the questions mistaken: {others.Average(j => j.Sounds.Margin > from ? 1.0 : 0):0.000} of the others seen (margin {from:0.0})"));
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kind of the others right: {others.Average(j => j.Sounds.Kind == j.Kind ? 1.0 : 0):0.000}"));
    }

    private static Handling Likeliest(KindOfMessage sounds) => KindModel.Kinds.MaxBy(sounds.Chance);
}
