using Chatbot.Understanding.Aspects;

namespace Chatbot.Understanding.Training;

/// <summary>Messages to learn aspects from: Data/asked, the dev messages, and with little weight the phrase bank as the list of words reads it.</summary>
public sealed class AspectSet
{
    /// <summary>Lines that stand together in a file were written together: they are left out together.</summary>
    private const int WrittenTogether = 8;

    private const float Ridge = 2e-5f;

    /// <summary>A further aspect of a message that asks for several.</summary>
    private const double FurtherImportance = 0.4;
    private const double PhraseImportance = 0.02;

    /// <summary>Where the list finds nothing, there may be a wording that it does not know.</summary>
    private const double GeneralImportance = 0.003;
    private readonly LabelledSet set;
    private readonly List<(Aspect[] Right, bool IsJudged)> wanted = [];

    /// <param name="spellings">Other ways to write every message, learnt beside it.</param>
    public AspectSet(Understander understander, UnderstandingData data, IReadOnlyList<Func<string, string>> spellings)
    {
        set = new(understander.AspectFeaturesOf, new(AspectModel.All.Length, Ridge), spellings);
        for (var i = 0; i < data.Asked.Count; i++)
        {
            Add(data.Asked[i][1], [.. data.Asked[i][0].Split(' ').Select(name => Enum.Parse<Aspect>(name, true))], 1, i / WrittenTogether);
        }

        var phrases = understander.Index.Phrases;
        for (var i = 0; i < phrases.Length; i++)
        {
            if (phrases[i].Owner < understander.Index.Count)
            {
                var listed = understander.ListedAspectOf(phrases[i].Text);
                Add(phrases[i].Text, [listed], listed == Aspect.General ? GeneralImportance : PhraseImportance, i, isJudged: false);
            }
        }
    }

    /// <param name="right">The first one before all.</param>
    /// <param name="group">Messages of a group are left out together.</param>
    /// <param name="isJudged">False: the label is a guess, to learn from but not to judge by.</param>
    public void Add(string text, Aspect[] right, double importance, int group, bool isJudged = true)
    {
        for (var r = 0; r < right.Length; r++)
        {
            set.Add(text, Array.IndexOf(AspectModel.All, right[r]), r == 0 ? importance : importance * FurtherImportance, group);
            wanted.AddRange(Enumerable.Repeat((right, isJudged && r == 0), set.Messages.Count - wanted.Count));
        }
    }

    /// <summary>The lines of Data/aspect-weights.tsv.</summary>
    public IReadOnlyList<string[]> Learn() => set.Learn();

    /// <summary>Every judged message, its other spellings too, as weights that have not seen its fold read it.</summary>
    public IReadOnlyList<(string Text, Aspect[] Right, Aspect Got, bool IsDev)> Judge()
    {
        var folds = set.LearnFolds().Select(lines => new AspectModel(lines)).ToArray();
        return [.. Enumerable.Range(0, wanted.Count).Where(i => wanted[i].IsJudged)
            .Select(i => (set.TextOf(i), wanted[i].Right, folds[set.Messages[i].Fold].Of(set.Messages[i].Features, Aspect.General), set.Messages[i].Importance > 1))];
    }
}
