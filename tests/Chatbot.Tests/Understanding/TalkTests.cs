using Chatbot.Understanding;

namespace Chatbot.Tests.Understanding;

/// <summary>What a message means beside or after others.</summary>
public sealed class TalkTests
{
    private static Understood Ask(string text, string? previous = null) => SmallCatalogue.Understander.Understand(text, previous);

    [Theory]
    [InlineData("1.000894", "còn nếu vợ là người nước ngoài thì sao", "2.000806")]
    [InlineData("1.014061", "thế cháu 8 tuổi thì sao", "1.014062")]
    [InlineData("1.014063", "không phải, em bị mất thẻ", "1.014064")]
    [InlineData("1.001266", "ý tôi là chỉ tạm ngừng thôi", "1.001570")]
    [InlineData("1.001193", "còn nhận con nuôi thì thế nào", "2.001263")]
    public void A_follow_up_may_turn_to_a_neighbour(string previous, string text, string code) =>
        Assert.Equal(code, Ask(text, previous).Candidates[0].Code);

    [Theory]
    [InlineData("1.000894", "mấy ngày thì xong")]
    [InlineData("1.001193", "the het bao nhieu tien")]
    [InlineData("1.014061", "nộp ở đâu vậy")]
    [InlineData("2.000815", "có cần mang bản chính theo không")]
    public void A_bare_follow_up_stays_with_the_topic(string topic, string text) => Assert.Equal(topic, Ask(text, topic).Candidates[0].Code);

    [Theory]
    [InlineData("làm rơi thẻ chip rồi, cấp lại sao", "1.014064")]
    [InlineData("bốc biển xong rớt cà vẹt thì xin lại ở đâu", "1.013080")]
    [InlineData("chưa từng lấy ai, xin tờ chứng nhận", "1.004873")]
    public void A_thing_is_known_under_its_other_names(string text, string code) => Assert.Contains(code, Ask(text).Candidates.Take(3).Select(c => c.Code));

    [Fact]
    public void What_has_lost_nothing_is_not_lost() => Assert.Equal("1.014061", Ask("làm căn cước cho người 20 tuổi mất bao lâu").Candidates[0].Code);

    [Fact]
    public void A_named_procedure_whose_result_is_late_is_still_that_procedure()
    {
        var understood = Ask("nộp phiếu lý lịch tư pháp hai tuần nay vẫn chưa có kết quả");
        Assert.Equal("3.000333", understood.Candidates[0].Code);
        Assert.Equal(Aspect.Status, understood.Aspect);
    }

    [Fact]
    public void A_fuller_list_of_places_goes_before_the_one_that_ships()
    {
        var data = UnderstandingData.Embedded().WithPlaces("xóm đình\tPhường Mới\t2025-07-01\nhà đông\tPhường Hà Đông\t2025-07-01");
        var places = Understander.Build(SmallCatalogue.Catalogue, data).Understand("tôi ở xóm đình muốn đăng ký tạm trú", null).Places;
        Assert.Equal([new PlaceName("xóm đình", "Phường Mới") { Since = new(2025, 7, 1) }], places);
    }
}
