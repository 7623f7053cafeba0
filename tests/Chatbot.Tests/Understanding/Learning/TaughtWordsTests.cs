using Chatbot.Understanding;
using Chatbot.Understanding.Learning;

namespace Chatbot.Tests.Understanding.Learning;

public sealed class TaughtWordsTests
{
    private const string Code = "1.001193";
    private static readonly TaughtWords Taught = new([(Code, "Xin giấy chào đời cho bé"), ("2.000815", "má đẻ"), ("1.004194", "ma de")]);

    [Theory]
    [InlineData("xin giấy chào đời cho bé")]
    [InlineData("  Xin giấy, chào đời cho bé?! ")]
    [InlineData("xin giay chao doi cho be")]
    public void The_same_words_get_the_procedure_whatever_their_marks(string text)
    {
        var corrected = Taught.Correct(new(Handling.OutOfScope, Aspect.Fee, [new("9.000001", 0.4)], 0.6), text);
        Assert.Equal((Handling.Procedure, Aspect.Fee, 1d), (corrected.Handling, corrected.Aspect, corrected.Confidence));
        Assert.Equal([Code, "9.000001"], corrected.Candidates.Select(c => c.Code));
    }

    [Fact]
    public void Accents_that_differ_are_other_words() =>
        Assert.Same(Understood.Nothing, Taught.Correct(Understood.Nothing, "xin giày chào đời cho bé"));

    [Fact]
    public void Without_accents_nothing_is_guessed_where_two_procedures_look_alike()
    {
        Assert.Equal("2.000815", Taught.Correct(Understood.Nothing, "má đẻ").Candidates[0].Code);
        Assert.Equal("1.004194", Taught.Correct(Understood.Nothing, "ma de").Candidates[0].Code);   // taught in these very letters
        Assert.Same(Understood.Nothing, new TaughtWords([("1.1", "má đẻ"), ("1.2", "mả để")]).Correct(Understood.Nothing, "ma de"));
    }

    [Theory]
    [InlineData(Handling.Emergency)]
    [InlineData(Handling.Complaint)]
    [InlineData(Handling.Escalate)]
    [InlineData(Handling.Smalltalk)]
    [InlineData(Handling.OutOfScope)]
    public void What_a_rule_says_stays(Handling handling)
    {
        var sure = new Understood(handling, Aspect.General, [], 0.97) { IsRecognised = true, IsByRule = true };
        Assert.Same(sure, Taught.Correct(sure, "xin giấy chào đời cho bé"));
    }

    [Theory]
    [InlineData(Handling.Emergency)]
    [InlineData(Handling.Complaint)]
    [InlineData(Handling.Escalate)]
    [InlineData(Handling.Smalltalk)]
    [InlineData(Handling.OutOfScope)]
    public void What_a_message_only_sounds_like_gives_way_to_what_an_official_taught(Handling handling)
    {
        var sounding = new Understood(handling, Aspect.General, [], 0.99) { IsRecognised = true, Emergency = EmergencyLine.Police, Command = Command.TalkToPerson };
        var corrected = Taught.Correct(sounding, "xin giấy chào đời cho bé");
        Assert.Equal((Handling.Procedure, Code, null, null), (corrected.Handling, corrected.Candidates[0].Code, corrected.Emergency, corrected.Command));
    }

    [Fact]
    public void Of_equal_phrases_the_first_counts() =>
        Assert.Equal("1.1", new TaughtWords([("1.1", "làm thẻ xanh"), ("1.2", "Làm thẻ xanh!")]).Correct(Understood.Nothing, "làm thẻ xanh").Candidates[0].Code);
}
