using Chatbot.Understanding;

namespace Chatbot.Tests.Understanding;

/// <summary>Complaints and dangers are told from questions about a procedure by the whole message, not by a word.</summary>
public sealed class AlarmTests
{
    private static Understood Ask(string text, string? previous = null) => SmallCatalogue.Understander.Understand(text, previous);

    [Theory]
    [InlineData("em muốn tố cáo một người trong xã khai man để hưởng chế độ người có công")]
    [InlineData("xã giữ giấy tờ của em cả tháng, em khiếu nại được không")]
    [InlineData("toi muon khieu nai viec cap so do cho nha ben canh")]
    [InlineData("mình viết đơn kn quyết định của phường")]
    public void Who_wishes_to_complain_reaches_a_person(string text) => Assert.Equal(Handling.Complaint, Ask(text).Handling);

    [Theory]
    [InlineData("cô ở quầy quát mẹ tôi trước mặt bao nhiêu người", Handling.Complaint)]
    [InlineData("cháy rồi, nhà kế bên lửa bén lên mái", Handling.Emergency)]
    public void An_alarm_is_heard_in_the_middle_of_a_talk(string text, Handling handling) => Assert.Equal(handling, Ask(text, "1.001193").Handling);

    [Theory]
    [InlineData("hỏi mãi mệt quá, làm khai sinh cho con cần giấy tờ gì vậy ạ", "1.001193")]
    [InlineData("bị giật túi mất căn cước, xin cấp lại ở đâu", "1.014064")]
    public void A_question_in_anger_or_after_a_theft_is_a_question(string text, string code)
    {
        var understood = Ask(text);
        Assert.True(understood.Handling is Handling.Procedure or Handling.Clarify, $"{understood.Handling}");
        Assert.Contains(code, understood.Candidates.Take(3).Select(c => c.Code));
    }

    [Theory]
    [InlineData("làm lại giấy tờ bị mất")]
    [InlineData("tôi cần tư vấn chuyện hộ khẩu")]
    public void A_matter_without_a_name_is_asked_back(string text) => Assert.Equal(Handling.Clarify, Ask(text).Handling);
}
