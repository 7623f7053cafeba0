using System.Globalization;
using Chatbot.Understanding.Kinds;
using Chatbot.Understanding.Search;

namespace Chatbot.Understanding.Training;

/// <summary>Messages to learn kinds from: the examples, and as questions about a procedure the phrase bank, titles and dev questions.</summary>
public sealed class KindSet
{
    public const int Folds = 5;

    /// <summary>Lines that stand together in a file of examples were written together: they are left out together.</summary>
    private const int WrittenTogether = 8;

    private const double ExampleImportance = 1.5;
    private const double PhraseImportance = 0.5;
    private const double TitleImportance = 0.15;

    private readonly Understander understander;
    private readonly Dictionary<ulong, string> names = [];
    private readonly List<KindExample> examples = [];
    private readonly List<string> texts = [];

    /// <summary>Numbers of the examples by text: a message is never judged by weights that saw it.</summary>
    private readonly Dictionary<string, int> byText = new(StringComparer.Ordinal);

    /// <summary>A spelling that was made up counts less than the message as it was written.</summary>
    private const double SpellingImportance = 0.4;

    private readonly IReadOnlyList<Func<string, string>> spellings;
    private int messages;

    /// <param name="spellings">Other ways to write every message, learnt beside it.</param>
    public KindSet(Understander understander, UnderstandingData data, IReadOnlyList<Func<string, string>> spellings)
    {
        this.understander = understander;
        this.spellings = spellings;
        var index = understander.Index;
        for (var i = 0; i < data.Examples.Count; i++)
        {
            Add(data.Examples[i][1], Wire.HandlingOf(data.Examples[i][0].Split(' ')[0]) ?? Handling.OutOfScope, ExampleImportance, i / WrittenTogether);
        }

        for (var i = 0; i < index.Phrases.Length; i++)
        {
            if (index.Phrases[i].Owner < index.Count)
            {
                Add(index.Phrases[i].Text, Handling.Procedure, PhraseImportance, i / WrittenTogether);
            }
        }

        for (var p = 0; p < index.Count; p++)
        {
            Add(index.Procedures[p].Title, Handling.Procedure, TitleImportance, p);
        }
    }

    public IReadOnlyList<KindExample> Examples => examples;

    public string TextOf(int example) => texts[example];

    public void Add(string text, Handling kind, double importance, int group)
    {
        byText[text] = examples.Count;
        AddSpelling(text, new([], kind, importance, group % Folds) { Message = messages });
        foreach (var spelled in spellings.Select(write => write(text)).Where(spelled => spelled != text).Distinct())
        {
            AddSpelling(spelled, new([], kind, importance * SpellingImportance, group % Folds) { Message = messages });
        }

        messages++;
    }

    private void AddSpelling(string text, KindExample example)
    {
        texts.Add(text);
        examples.Add(example with { Features = understander.KindFeaturesOf(text, names) });
    }

    /// <summary>One set of weights a fold, learnt from the others.</summary>
    public KindModel[] LearnFolds() =>
        [.. Enumerable.Range(0, Folds).Select(fold => new KindModel(Lines(KindTrainer.Train([.. examples.Where(e => e.Fold != fold)]))))];

    /// <summary>What a question sounds like to weights that have not seen its fold.</summary>
    public Func<TrainingQuestion, KindOfMessage> OutOfFold(KindModel[] folds) =>
        question => folds[FoldOf(question)].Of(understander.KindFeaturesOf(question.Text, null));

    private int FoldOf(TrainingQuestion question)
    {
        var index = understander.Index;
        var learnt = question.Phrase >= 0 ? index.Phrases[question.Phrase].Text
            : !byText.ContainsKey(question.Text) && question.Expected.Count > 0 && index.ByCode.TryGetValue(question.Expected[0], out var p) ? index.Procedures[p].Title : question.Text;
        return byText.TryGetValue(learnt, out var i) ? examples[i].Fold : 0;
    }

    /// <summary>The lines of Data/kinds.tsv.</summary>
    public IReadOnlyList<string[]> Learn() => Lines(KindTrainer.Train(examples));

    /// <summary>Weights nearer to zero than this are not worth a line.</summary>
    private const float Least = 0.3f;

    private IReadOnlyList<string[]> Lines(IReadOnlyDictionary<ulong, float[]> weights) =>
        [.. weights.Where(w => w.Value.Any(x => Math.Abs(x) >= Least) || NameOf(w.Key) == KindModel.Bias)
            .Select(w => (string[])[NameOf(w.Key), .. w.Value.Select(x => Math.Round(x, 2).ToString("0.##", CultureInfo.InvariantCulture))])
            .OrderBy(line => line[0] == KindModel.Bias ? "" : line[0], StringComparer.Ordinal)];

    private string NameOf(ulong hash) => names.GetValueOrDefault(hash, KindModel.Bias);
}
