using Chatbot.Understanding.Kinds;

namespace Chatbot.Understanding.Training;

/// <summary>Messages to learn kinds from: the examples, and as questions about a procedure the phrase bank, titles and dev questions.</summary>
public sealed class KindSet
{
    /// <summary>Lines that stand together in a file of examples were written together: they are left out together.</summary>
    private const int WrittenTogether = 8;

    private const float Ridge = 2e-6f;
    private const double ExampleImportance = 1.5;
    private const double PhraseImportance = 0.5;
    private const double TitleImportance = 0.15;

    private readonly Understander understander;
    private readonly LabelledSet set;

    /// <summary>Numbers of the examples by text: a message is never judged by weights that saw it.</summary>
    private readonly Dictionary<string, int> byText = new(StringComparer.Ordinal);

    /// <param name="spellings">Other ways to write every message, learnt beside it.</param>
    public KindSet(Understander understander, UnderstandingData data, IReadOnlyList<Func<string, string>> spellings)
    {
        this.understander = understander;
        set = new(understander.KindFeaturesOf, new(KindModel.Kinds.Length, Ridge), spellings);
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

    public IReadOnlyList<LabelledMessage> Messages => set.Messages;

    public string TextOf(int message) => set.TextOf(message);

    public void Add(string text, Handling kind, double importance, int group)
    {
        byText[text] = set.Messages.Count;
        set.Add(text, Array.IndexOf(KindModel.Kinds, kind), importance, group);
    }

    /// <summary>One set of weights a fold, learnt from the others.</summary>
    public KindModel[] LearnFolds() => [.. set.LearnFolds().Select(lines => new KindModel(lines))];

    /// <summary>What a question sounds like to weights that have not seen its fold.</summary>
    public Func<TrainingQuestion, KindOfMessage> OutOfFold(KindModel[] folds) =>
        question => folds[FoldOf(question)].Of(understander.KindFeaturesOf(question.Text, null));

    private int FoldOf(TrainingQuestion question)
    {
        var index = understander.Index;
        var learnt = question.Phrase >= 0 ? index.Phrases[question.Phrase].Text
            : !byText.ContainsKey(question.Text) && question.Expected.Count > 0 && index.ByCode.TryGetValue(question.Expected[0], out var p) ? index.Procedures[p].Title : question.Text;
        return byText.TryGetValue(learnt, out var i) ? set.Messages[i].Fold : 0;
    }

    /// <summary>The lines of Data/kinds.tsv.</summary>
    public IReadOnlyList<string[]> Learn() => set.Learn();
}
