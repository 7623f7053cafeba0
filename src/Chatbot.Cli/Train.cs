using System.Globalization;
using Chatbot.Understanding;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>
/// Learns the weights of ranking and confidence from the phrase bank and the dev questions, prints cross-validated figures, and writes a readable file:
/// <c>train --catalogue F --questions F [--questions F] [--data FOLDER] [--errors] [--kinds] [--aspects] [--growth] [--output weights.json]</c>. The same input gives the same
/// files: weights.json and, beside it, kinds.tsv and aspect-weights.tsv. With <c>--kinds</c> only the kinds of messages are learnt and judged, with
/// <c>--aspects</c> only the aspects.
/// </summary>
public static class Train
{
    private const int Folds = 5;
    private const double Hold = 0.0015;

    /// <summary>A dev question is real; a phrase was made up by one person.</summary>
    private const double DevImportance = 4;

    /// <summary>One message in five asks for no procedure; the examples are fewer than that.</summary>
    private const double OtherImportance = 2;

    public static int Run(string[] args)
    {
        var options = new Arguments(args);
        if (options.Missing("catalogue", "questions") is { Count: > 0 } missing)
        {
            Console.Error.WriteLine($"train: missing --{string.Join(", --", missing)}");
            return 2;
        }

        var data = Ask.Data(options);
        var catalogue = CatalogueFile.Read(options.Get("catalogue")!, Console.Error.WriteLine);
        var dev = options.All("questions").SelectMany(q => MessageFile.Read(q, Console.Error.WriteLine)).ToList();
        if (options.Has("growth"))
        {
            GrowthTable.Print(catalogue, data, dev, Console.Out);
            return 0;
        }

        var understander = Understander.Build(catalogue, data);
        var aspects = new TrainAspects(understander, data, dev);
        aspects.PrintFolds(options.Has("errors"), Console.Out);
        if (options.Has("aspects"))
        {
            WriteBeside(options.Get("output"), "aspect-weights.tsv", aspects.Learn());
            return 0;
        }

        var kinds = new TrainKinds(understander, data, dev);
        kinds.PrintFolds(options.Has("errors"), Console.Out);
        if (!options.Has("kinds"))
        {
            var (lines, ofAspects) = (kinds.Learn(), aspects.Learn());
            data = data with { Kinds = UnderstandingData.Parse(lines), AspectWeights = UnderstandingData.Parse(ofAspects) };
            data = options.Has("decisions") ? data : data with { Weights = Learn(understander.With(data), data, dev, kinds, options.Has("errors")) };
            new LeftOutDecisions(understander.With(data), data, kinds).Print(options.Has("errors"), Console.Out);
            WriteBeside(options.Get("output"), "kinds.tsv", lines);
            WriteBeside(options.Get("output"), "aspect-weights.tsv", ofAspects);
            WriteBeside(options.Get("output"), Path.GetFileName(options.Get("output") ?? ""), data.Weights.Written() + "\n");
        }

        return 0;
    }

    /// <param name="output">null: nothing is written, the figures were all that was wanted.</param>
    private static void WriteBeside(string? output, string name, string text)
    {
        if (output is not null)
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(output) ?? "", name), text);
        }
    }

    private static Weights Learn(Understander understander, UnderstandingData data, List<AskedMessage> dev, TrainKinds kinds, bool errors)
    {
        var set = new TrainingSet(understander);
        var fromDev = dev.Where(m => m.Expected.Count > 0).Select(m => FromDev(understander.Index, m)).ToList();
        var phrases = Rank(set, set.FromPhrases());
        var questions = Rank(set, fromDev);
        var start = data.Weights.StartVector();
        var titles = Rank(set, set.FromTitles());
        CrossValidate([.. phrases, .. titles], questions, start);
        var learnt = RankingTrainer.Train([.. phrases.Concat(titles).Concat(questions).Select(q => q.Ranked)], start, Hold);
        Print("phrases, weights of the start", phrases.Select(q => RankOf(q.Ranked, start)));
        PrintPhrases(phrases, learnt);
        Print("titles, each fifth word forgotten", titles.Select(q => RankOf(q.Ranked, learnt)));
        if (errors)
        {
            PrintMisses(understander, set, learnt, data);
        }

        Print("dev, in sample", questions.Select(q => RankOf(q.Ranked, learnt)));
        var weights = data.Weights with
        {
            Ranking = Enum.GetNames<Feature>().Zip(learnt).ToDictionary(x => x.First, x => Math.Round(x.Second, 4)),
            About = $"Chatbot.Cli train: {phrases.Count} phrases left out one at a time, {questions.Count} dev questions, {data.Examples.Count} examples.",
        };
        weights = weights with { Lists = Digest.OfLists(data), Kinds = Digest.Of(data.Kinds), Aspects = Digest.Of(data.AspectWeights) };
        return ConfidenceOf(new(understander.With(data with { Weights = weights }), kinds.OutOfFold), understander.Decision, weights, [.. fromDev, .. KindOnly(data, dev)]);
    }

    private static List<(TrainingQuestion Question, RankedQuestion Ranked)> Rank(TrainingSet set, IReadOnlyList<TrainingQuestion> questions) =>
        [.. questions.Select(q => (q, set.Rank(q).Ranked)).Where(q => q.Ranked.Features.Count > 0)];

    private static TrainingQuestion FromDev(CatalogueIndex index, AskedMessage message) => new(message.Text, message.Previous, message.Expected, -1, DevImportance)
    {
        Field = message.Expected.Where(index.ByCode.ContainsKey).Select(code => index.Procedures[index.ByCode[code]].Field).FirstOrDefault(""),
        Styles = message.Styles,
    };

    private static void CrossValidate(List<(TrainingQuestion Question, RankedQuestion Ranked)> phrases, List<(TrainingQuestion Question, RankedQuestion Ranked)> dev, double[] start)
    {
        var ranked = new List<(TrainingQuestion Question, int Rank)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = dev.Where((_, i) => i % Folds != fold).Concat(phrases).Select(q => q.Ranked).ToList();
            var weights = RankingTrainer.Train(others, start, Hold);
            ranked.AddRange(dev.Where((_, i) => i % Folds == fold).Select(q => (q.Question, RankOf(q.Ranked, weights))));
        }

        Print($"dev, {Folds}-fold", ranked.Select(q => q.Rank));
        FoldTable.Print(ranked, Console.Out);
        Print("dev, weights of the start", dev.Select(q => RankOf(q.Ranked, start)));
    }

    private static void PrintPhrases(List<(TrainingQuestion Question, RankedQuestion Ranked)> phrases, double[] weights)
    {
        Print("phrases, one left out", phrases.Select(q => RankOf(q.Ranked, weights)));
        foreach (var field in phrases.GroupBy(p => p.Question.Field).OrderByDescending(g => g.Count()))
        {
            Print($"  {field.Key}", field.Select(q => RankOf(q.Ranked, weights)));
        }
    }

    private static void PrintMisses(Understander understander, TrainingSet set, double[] learnt, UnderstandingData data)
    {
        var ranked = understander.With(data with { Weights = data.Weights with { Ranking = Enum.GetNames<Feature>().Zip(learnt).ToDictionary(x => x.First, x => x.Second) } });
        var (misses, trained) = (new LeftOutErrors(understander.Index), new TrainingSet(ranked));
        foreach (var question in set.FromPhrases())
        {
            var ranking = trained.Rank(question).Ranking;
            if (ranking.Candidates.Count > 0 && !set.IsRight(ranking.Candidates[0].Procedure, question.Expected))
            {
                misses.Add(question, ranking, p => set.IsRight(p, question.Expected));
            }
        }

        misses.Print(Console.Out);
    }

    private static void Print(string name, IEnumerable<int> ranks)
    {
        var all = ranks.ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-60} n={all.Count,-5} R@1 {Share(all, 1):0.000}  R@3 {Share(all, 3):0.000}  R@5 {Share(all, 5):0.000}  R@10 {Share(all, 10):0.000}"));
    }

    private static double Share(List<int> ranks, int k) => ranks.Count == 0 ? 0 : (double)ranks.Count(r => r > 0 && r <= k) / ranks.Count;

    /// <returns>Rank of the first right candidate; 0 when none is right.</returns>
    private static int RankOf(RankedQuestion question, double[] weights)
    {
        var order = Enumerable.Range(0, question.Features.Count).OrderByDescending(c => question.Features[c].Select((v, f) => v * weights[f]).Sum()).ToList();
        return 1 + order.FindIndex(c => question.Right[c]);
    }

    /// <summary>Messages of which only the kind is known: the dev messages that ask for no procedure, and examples that only sound so.</summary>
    private static IEnumerable<TrainingQuestion> KindOnly(UnderstandingData data, List<AskedMessage> dev) =>
        dev.Where(m => m.Expected.Count == 0).Select(m => new TrainingQuestion(m.Text, m.Previous, [], -1, DevImportance) { IsAlarm = m.Handling is "emergency" or "complaint" })
            .Concat(data.Examples.Where(e => e[0] == "procedure").Select(e => new TrainingQuestion(e[1], null, [], -1, 1) { AsksSomeProcedure = true }));

    private static Weights ConfidenceOf(TrainingSet set, Decision decision, Weights weights, List<TrainingQuestion> dev)
    {
        var (answers, others, alarms) = (new List<JudgedAnswer>(), new List<JudgedAnswer>(), new List<JudgedAnswer>());
        foreach (var question in set.FromPhrases().Concat(set.FromTitles()).Concat(set.FromExamples()).Concat(dev))
        {
            var (_, query, ranking) = set.Rank(question);
            alarms.Add(new(decision.Alarms.Signals(query, ranking), question.IsAlarm, question.Importance) { Other = question.IsOther });
            if (ranking.Candidates.Count > 0)
            {
                others.Add(new(Certainty.OtherSignals(query, ranking), question.IsOther, question.Importance * (question.IsOther ? OtherImportance : 1)));
            }

            if (ranking.Candidates.Count > 0 && !question.AsksSomeProcedure)
            {
                answers.Add(new(decision.Certainty.Signals(query, ranking), set.IsRight(ranking.Candidates[0].Procedure, question.Expected), question.Importance) { Other = question.IsOther });
            }
        }

        var sure = weights with { Confidence = ConfidenceTrainer.Train(answers), Other = ConfidenceTrainer.Train(others), Alarm = ConfidenceTrainer.Train(alarms) };
        return Thresholds.Set(Thresholds.SetAlarm(Thresholds.SetOther(sure, others), alarms), answers);
    }
}
