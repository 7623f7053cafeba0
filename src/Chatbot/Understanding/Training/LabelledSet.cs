using System.Globalization;
using Chatbot.Understanding.Learnt;

namespace Chatbot.Understanding.Training;

/// <summary>Messages of known class, each in several spellings, with the readable names of their features.</summary>
/// <param name="featuresOf">Features of a text; the names are put into the dictionary.</param>
/// <param name="spellings">Other ways to write every message, learnt beside it.</param>
public sealed class LabelledSet(Func<string, Dictionary<ulong, string>, List<ulong>> featuresOf, SoftmaxShape shape, IReadOnlyList<Func<string, string>> spellings)
{
    public const int Folds = 5;

    /// <summary>A spelling that was made up counts less than the message as it was written.</summary>
    private const double SpellingImportance = 0.4;

    /// <summary>Weights nearer to zero than this are not worth a line.</summary>
    private const float Least = 0.3f;

    private readonly Dictionary<ulong, string> names = [];
    private readonly List<LabelledMessage> messages = [];
    private readonly List<string> texts = [];
    private int written;

    public IReadOnlyList<LabelledMessage> Messages => messages;

    public string TextOf(int message) => texts[message];

    public void Add(string text, int label, double importance, int group)
    {
        AddSpelling(text, new([], label, importance, group % Folds) { Message = written });
        foreach (var spelled in spellings.Select(write => write(text)).Where(spelled => spelled != text).Distinct())
        {
            AddSpelling(spelled, new([], label, importance * SpellingImportance, group % Folds) { Message = written });
        }

        written++;
    }

    private void AddSpelling(string text, LabelledMessage message)
    {
        texts.Add(text);
        messages.Add(message with { Features = featuresOf(text, names) });
    }

    /// <summary>One set of lines a fold, learnt from the others.</summary>
    public IReadOnlyList<string[]>[] LearnFolds() =>
        [.. Enumerable.Range(0, Folds).Select(fold => Lines(SoftmaxTrainer.Train([.. messages.Where(e => e.Fold != fold)], shape)))];

    public IReadOnlyList<string[]> Learn() => Lines(SoftmaxTrainer.Train(messages, shape));

    private IReadOnlyList<string[]> Lines(IReadOnlyDictionary<ulong, float[]> weights) =>
        [.. weights.Where(w => w.Value.Any(x => Math.Abs(x) >= Least) || NameOf(w.Key) == SoftmaxModel.Bias)
            .Select(w => (string[])[NameOf(w.Key), .. w.Value.Select(x => Math.Round(x, 2).ToString("0.##", CultureInfo.InvariantCulture))])
            .OrderBy(line => line[0] == SoftmaxModel.Bias ? "" : line[0], StringComparer.Ordinal)];

    private string NameOf(ulong hash) => names.GetValueOrDefault(hash, SoftmaxModel.Bias);
}
