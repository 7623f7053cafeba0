using Chatbot.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Conversations;

public sealed class ButtonTests
{
    [Fact]
    public void Every_button_reads_what_it_writes()
    {
        var plain = Enum.GetValues<ButtonAction>().Select(Button (action) => new Button.Plain(action));
        var topics = Enum.GetValues<Aspect>().SelectMany(aspect => new Button[] { new Button.Topic("1.001193", aspect), new Button.Topic("1.001193", aspect, 3) });
        foreach (var button in plain.Concat(topics).Append(new Button.Parts("2.000815")).Append(new Button.Question("gio-lam-viec")))
        {
            var payload = button.Write();
            Assert.StartsWith("#", payload, StringComparison.Ordinal);
            Assert.InRange(payload.Length, 2, Button.LongestPayload);
            Assert.Equal(button, Button.Read(payload));
        }
    }

    // Buttons stay under old messages for ever: these lines may be added to, never changed.
    [Theory]
    [InlineData("#tt 1.001193 documents"), InlineData("#tt 1.001193 fee 2"), InlineData("#muc 1.001193"), InlineData("#hoi gio-lam-viec"), InlineData("#batdau")]
    [InlineData("#menu"), InlineData("#thuonggap"), InlineData("#coquan"), InlineData("#gan"), InlineData("#hoso"), InlineData("#gap"), InlineData("#quaylai")]
    [InlineData("#dung"), InlineData("#nhan"), InlineData("#dulieu"), InlineData("#xoa"), InlineData("#xoaco"), InlineData("#xoakhong"), InlineData("GET_STARTED")]
    public void Old_payloads_are_understood(string payload) => Assert.NotNull(Button.Read(payload));

    [Fact]
    public void A_payload_without_a_part_shows_the_overview() => Assert.Equal(new Button.Topic("1.001193", Aspect.General), Button.Read("#tt 1.001193"));

    [Fact]
    public void A_part_of_a_later_version_shows_the_overview() => Assert.Equal(new Button.Topic("1.001193", Aspect.General), Button.Read("#tt 1.001193 hologram"));

    [Theory]
    [InlineData(""), InlineData("#"), InlineData("# "), InlineData("#khonghieu"), InlineData("#khonghieu 1"), InlineData("lệ phí"), InlineData("#tt")]
    public void Anything_else_is_no_button(string text) => Assert.Null(Button.Read(text));

    [Fact]
    public void A_payload_that_would_be_too_long_leads_to_the_menu() =>
        Assert.Equal(new Button.Plain(ButtonAction.Menu), Button.Read(new Button.Question(new string('x', 300)).Write()));

    [Theory, InlineData(99), InlineData(-1), InlineData(0)]
    public void A_page_out_of_range_is_read_and_left_to_the_answer(int page) => Assert.IsType<Button.Topic>(Button.Read($"#tt 1.001193 documents {page}"));
}
