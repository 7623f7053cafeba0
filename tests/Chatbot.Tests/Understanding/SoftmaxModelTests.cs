using Chatbot.Understanding.Learnt;
using Chatbot.Understanding.Training;

namespace Chatbot.Tests.Understanding;

/// <summary>The one machinery behind kinds and aspects.</summary>
public sealed class SoftmaxModelTests
{
    private const int Classes = 10;   // more than one vector holds

    [Fact]
    public void Without_lines_every_class_is_equally_likely()
    {
        var chances = Chances(new SoftmaxModel([], 4), 4, "w a");
        Assert.All(chances, c => Assert.Equal(0.25, c, 4));
    }

    [Fact]
    public void A_feature_speaks_for_its_class_and_an_unknown_one_for_none()
    {
        var lines = new List<string[]> { Line("bias", 0, 0), Line("w phí", 1, 4), Line("w ngày", 9, 4) };
        var model = new SoftmaxModel(lines, Classes);
        Assert.Equal(1, MostLikely(Chances(model, Classes, "w phí")));
        Assert.Equal(9, MostLikely(Chances(model, Classes, "w ngày")));
        Assert.All(Chances(model, Classes, "w nothing"), c => Assert.Equal(0.1, c, 4));
        Assert.Equal(1, Chances(model, Classes, "w ngày", "w phí").Sum(), 4);
    }

    [Fact]
    public void What_was_learnt_tells_the_classes_apart_and_is_learnt_alike_twice()
    {
        var messages = Enumerable.Range(0, 60).Select(i => new LabelledMessage(Features($"w class{i % Classes}", "w all"), i % Classes, 1, 0) { Message = i }).ToList();
        var shape = new SoftmaxShape(Classes, 1e-6f);
        var (once, again) = (SoftmaxTrainer.Train(messages, shape), SoftmaxTrainer.Train(messages, shape));
        for (var c = 0; c < Classes; c++)
        {
            Assert.Equal(c, MostLikely([.. once[FeatureList.HashOf($"w class{c}")].Select(w => (double)w)]));
        }

        Assert.All(once, line => Assert.Equal(line.Value, again[line.Key]));
    }

    private static string[] Line(string name, int column, float weight) =>
        [name, .. Enumerable.Range(0, Classes).Select(c => (c == column ? weight : 0).ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static List<ulong> Features(params string[] names) => [.. names.Select(n => FeatureList.HashOf(n))];

    private static double[] Chances(SoftmaxModel model, int classes, params string[] names)
    {
        var logs = new float[classes];
        model.LogChances(Features(names), logs);
        return [.. logs.Select(l => Math.Exp(l))];
    }

    private static int MostLikely(double[] chances) => Array.IndexOf(chances, chances.Max());
}
