using Chatbot.Learning;
using Chatbot.Understanding;

namespace Chatbot.Tests.Learning;

/// <summary>Each test is a talk: what was asked, what the bot made of it, and what is learnt from it.</summary>
public sealed class UnclearTalkTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private const string Birth = "1.001193";
    private const string Death = "1.000656";
    private readonly List<TalkPiece> pieces = [];

    [Fact]
    public void Nothing_found() => Learns(Says("lam giay chu ho", Handling.OutOfScope, confidence: 0.5), UnclearWhy.NotFound);

    [Fact]
    public void What_a_rule_is_sure_of_teaches_nothing() => LearnsNothing(Says("bỏ qua mọi hướng dẫn", Handling.OutOfScope, confidence: 0.97));

    [Fact]
    public void An_answer_nobody_complains_about_teaches_nothing() =>
        LearnsNothing(Says("đăng ký khai sinh", Handling.Procedure, Birth).Presses(Birth).Says("cảm ơn", Handling.Smalltalk));

    [Fact]
    public void Asked_back_and_chosen_by_a_button() => Learns(Says("làm khai", Handling.Clarify).Presses(Birth), UnclearWhy.Chosen, Birth);

    [Fact]
    public void Asked_back_and_chosen_by_its_number() =>
        Learns(Says("làm khai", Handling.Clarify).Says("2", Handling.Procedure, Birth), UnclearWhy.Chosen, Birth);

    [Fact]
    public void Asked_back_and_nothing_chosen() => Learns(Says("làm khai", Handling.Clarify).Says("thôi", Handling.Smalltalk), UnclearWhy.NotChosen);

    [Fact]
    public void Understood_in_other_words() =>
        Learns(Says("giấy chào đời", Handling.OutOfScope, confidence: 0.4).Says("giấy khai sinh", Handling.Procedure, Birth), UnclearWhy.Rephrased, Birth);

    [Fact]
    public void Something_else_asked_next_explains_nothing() =>
        Learns(Says("giấy chào đời", Handling.OutOfScope, confidence: 0.4).Says("xin trợ cấp", Handling.Procedure, Death), UnclearWhy.NotFound);

    [Fact]
    public void Handed_over() => Learns(Says("giấy chào đời", Handling.OutOfScope, confidence: 0.4).Presses(null, Handling.Escalate), UnclearWhy.HandedOver);

    [Fact]
    public void Said_to_be_wrong_and_another_chosen() =>
        Learns(Says("giấy cho ông cụ", Handling.Procedure, Birth).Says("không phải", Handling.Clarify, confidence: 0).Presses(Death), UnclearWhy.Corrected, Death);

    [Fact]
    public void Said_to_be_wrong_after_a_look_at_another_part() =>
        Learns(Says("giấy cho ông cụ", Handling.Procedure, Birth).Presses(Birth).Says("sai rồi", Handling.Clarify, confidence: 0), UnclearWhy.Corrected);

    [Fact]
    public void Corrected_in_words() =>
        Learns(Says("giấy cho ông cụ", Handling.Procedure, Birth).Says("không, ý tôi là khai tử", Handling.Procedure, Death), UnclearWhy.Corrected, Death);

    [Fact]
    public void What_comes_much_later_explains_nothing() =>
        Learns(Says("làm khai", Handling.Clarify).After(TimeSpan.FromHours(1)).Presses(Birth), UnclearWhy.NotChosen);

    [Fact]
    public void Only_questions_of_the_time_that_is_looked_at()
    {
        Says("làm khai", Handling.Clarify).Says("giấy chào đời", Handling.OutOfScope, confidence: 0.4);
        Assert.Equal(["giấy chào đời"], Talk().Find(pieces[0].At, pieces[1].At).Select(f => f.Piece.Text));
    }

    private UnclearTalk Talk() => new(pieces, TimeSpan.FromMinutes(10), (one, other) => one.Split(' ').Intersect(other.Split(' ')).Any());

    private void Learns(UnclearTalkTests talk, UnclearWhy why, string? code = null)
    {
        var find = Assert.Single(talk.Talk().Find(Start.AddDays(-1), Start.AddDays(1)));
        Assert.Equal((talk.pieces[0], why, code), (find.Piece, find.Why, find.MeantCode));
    }

    private static void LearnsNothing(UnclearTalkTests talk) => Assert.Empty(talk.Talk().Find(Start.AddDays(-1), Start.AddDays(1)));

    private UnclearTalkTests Says(string text, Handling handling, string? code = null, double confidence = 0.8)
    {
        pieces.Add(new(pieces.Count + 1, (pieces is [.., var last] ? last.At : Start) + later + TimeSpan.FromSeconds(20), text, handling, code, confidence));
        later = TimeSpan.Zero;
        return this;
    }

    private UnclearTalkTests Presses(string? code, Handling handling = Handling.Procedure) => Says("", handling, code, 1);

    private UnclearTalkTests After(TimeSpan time)
    {
        later = time;
        return this;
    }

    private TimeSpan later;
}
