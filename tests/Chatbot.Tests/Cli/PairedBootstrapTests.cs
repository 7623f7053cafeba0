using Chatbot.Cli.Evaluation;

namespace Chatbot.Tests.Cli;

public sealed class PairedBootstrapTests
{
    [Fact]
    public void The_same_answers_differ_by_nothing_and_win_half_the_time() =>
        Assert.Equal(new Difference(0, 0, 0, 0.5), PairedBootstrap.Of([1, 0, 1, 1], [1, 0, 1, 1]));

    [Fact]
    public void A_configuration_that_is_always_better_wins_always()
    {
        var difference = PairedBootstrap.Of([.. Enumerable.Repeat(0d, 50)], [.. Enumerable.Repeat(1d, 50)]);
        Assert.Equal((1, 1, 1, 1), (difference.Mean, difference.Low, difference.High, difference.ShareBetter));
        Assert.True(difference.IsClear);
    }

    [Fact]
    public void What_is_hard_for_both_does_not_blur_the_difference()
    {
        // Half of 200 questions are hopeless for both; of the others one configuration gets 30 more, and loses none.
        var first = Enumerable.Range(0, 200).Select(i => i < 100 ? 0d : i < 170 ? 1d : 0d).ToList();
        var second = Enumerable.Range(0, 200).Select(i => i < 100 ? 0d : 1d).ToList();
        var difference = PairedBootstrap.Of(first, second);
        Assert.Equal(0.15, difference.Mean, 6);
        Assert.InRange(difference.Low, 0.09, 0.12);   // 0.15 ± 1.96·√(0.15·0.85/200) ≈ [0.101, 0.199]
        Assert.InRange(difference.High, 0.18, 0.21);
    }

    [Fact]
    public void A_small_difference_among_few_is_not_called_clear()
    {
        var difference = PairedBootstrap.Of([1, 1, 0, 1, 0, 1, 0, 1, 1, 0], [1, 1, 1, 1, 0, 1, 0, 0, 1, 1]);
        Assert.False(difference.IsClear);
        Assert.InRange(difference.ShareBetter, 0.5, 0.9);
    }

    [Fact]
    public void The_other_way_round_it_is_the_other_way_round()
    {
        var (one, other) = (Of(3, 0.6), Of(4, 0.7));
        var (there, back) = (PairedBootstrap.Of(one, other), PairedBootstrap.Of(other, one));
        Assert.Equal(there.Mean, -back.Mean, 9);
        Assert.Equal(there.ShareBetter, 1 - back.ShareBetter, 1);
    }

    [Fact]
    public void Different_questions_cannot_be_compared() => Assert.Throws<ArgumentException>(() => PairedBootstrap.Of([1], [1, 0]));

    private static List<double> Of(int seed, double share)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 150).Select(_ => random.NextDouble() < share ? 1d : 0d)];
    }
}
