using Chatbot.Understanding.Learning;

namespace Chatbot.Tests.Understanding.Learning;

public sealed class QuestionSetsTests
{
    private static QuestionWords Words(params (string Word, float Weight)[] words) => new(words.ToDictionary(w => w.Word, w => w.Weight));

    [Fact]
    public void A_question_goes_to_the_set_with_which_it_shares_most_of_what_tells()
    {
        var sets = new QuestionSets<string>();
        sets.Add("birth", Words(("khai", 0.5f), ("sinh", 0.6f), ("giay", 0.1f)));
        sets.Add("death", Words(("khai", 0.5f), ("tu", 0.9f), ("giay", 0.1f)));
        Assert.True(sets.TryFind(Words(("khai", 0.5f), ("sinh", 0.6f), ("cho", 0.1f)), 0.6f, out var nearest));
        Assert.Equal("birth", nearest);
    }

    [Fact]
    public void Common_words_alone_hold_nothing_together()
    {
        var sets = new QuestionSets<string>();
        sets.Add("one", Words(("giay", 0.1f), ("lam", 0.1f)));
        Assert.False(sets.TryFind(Words(("giay", 0.1f), ("lam", 0.1f)), 0.3f, out _));
        Assert.Equal(0, Words(("giay", 0.1f)).LikenessTo(Words(("giay", 0.1f))));
    }

    [Fact]
    public void Likeness_goes_both_ways_and_is_whole_with_itself()
    {
        var (one, other) = (Words(("sinh", 0.6f), ("khai", 0.4f)), Words(("sinh", 0.6f), ("tu", 0.9f)));
        Assert.Equal(one.LikenessTo(other), other.LikenessTo(one));
        Assert.InRange(one.LikenessTo(other), 0.3f, 0.4f);
        Assert.Equal(1, one.LikenessTo(one), 3);
    }

    [Fact]
    public void What_is_less_alike_than_asked_for_is_not_found()
    {
        var sets = new QuestionSets<string>();
        sets.Add("one", Words(("sinh", 0.6f), ("khai", 0.4f)));
        Assert.False(sets.TryFind(Words(("sinh", 0.6f), ("tu", 0.9f)), 0.6f, out _));
    }
}
