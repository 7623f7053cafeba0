using Chatbot.Channels;
using Chatbot.Channels.Facebook;

namespace Chatbot.Tests.Channels.Facebook;

public sealed class FacebookErrorCodesTests
{
    private const string Slow = "Throttled";

    /// <summary>The platform's table of codes, row by row; subcode 0: none.</summary>
    [Theory]
    [InlineData(-1, 0, Slow)]
    [InlineData(1, 0, Slow)]
    [InlineData(1, 99, "NotPermitted")]
    [InlineData(1, 1357046, "Unknown")]
    [InlineData(1, 2018382, "ContentRefused")]
    [InlineData(2, 0, Slow)]
    [InlineData(2, 2018344, "NotPermitted")]
    [InlineData(3, 0, "NotPermitted")]
    [InlineData(4, 0, Slow)]
    [InlineData(4, 2018022, Slow)]
    [InlineData(4, 2018354, "CitizenUnreachable")]
    [InlineData(9, 2018352, "CitizenUnreachable")]
    [InlineData(10, 0, "NotPermitted")]
    [InlineData(10, 2018278, "OutsideWindow")]
    [InlineData(10, 2534022, "OutsideWindow")]
    [InlineData(10, 2018065, "OutsideWindow")]
    [InlineData(10, 2018108, "CitizenUnreachable")]
    [InlineData(10, 1404170, "AccountRestricted")]
    [InlineData(10, 1893015, "CitizenUnreachable")]
    [InlineData(10, 1893063, "AccountRestricted")]
    [InlineData(10, 2018336, "ContentRefused")]
    [InlineData(17, 0, Slow)]
    [InlineData(32, 0, Slow)]
    [InlineData(100, 0, "ContentRefused")]
    [InlineData(100, 33, "CitizenUnreachable")]
    [InlineData(100, 2018001, "CitizenUnreachable")]
    [InlineData(100, 1893061, "ContentRefused")]
    [InlineData(100, 2018008, Slow)]
    [InlineData(100, 2018014, "ContentRefused")]
    [InlineData(100, 2018047, "ContentRefused")]
    [InlineData(100, 2018074, "ContentRefused")]
    [InlineData(100, 2018109, "ContentRefused")]
    [InlineData(100, 2018164, "ContentRefused")]
    [InlineData(100, 2018294, Slow)]
    [InlineData(100, 1893029, "ContentRefused")]
    [InlineData(100, 2018416, "ContentRefused")]
    [InlineData(100, 2388051, "ContentRefused")]
    [InlineData(100, 2534015, "ContentRefused")]
    [InlineData(100, 2534025, "CitizenUnreachable")]
    [InlineData(100, 2534037, "ThreadElsewhere")]
    [InlineData(102, 0, "Token")]
    [InlineData(105, 0, "ContentRefused")]
    [InlineData(190, 0, "Token")]
    [InlineData(190, 458, "Token")]
    [InlineData(190, 460, "Token")]
    [InlineData(190, 463, "Token")]
    [InlineData(190, 492, "Token")]
    [InlineData(194, 0, "ContentRefused")]
    [InlineData(200, 0, "NotPermitted")]
    [InlineData(299, 0, "NotPermitted")]
    [InlineData(200, 1545041, "CitizenUnreachable")]
    [InlineData(200, 2018028, "NotPermitted")]
    [InlineData(230, 0, "NotPermitted")]
    [InlineData(341, 0, Slow)]
    [InlineData(368, 0, "AccountRestricted")]
    [InlineData(551, 0, "CitizenUnreachable")]
    [InlineData(551, 1545041, "CitizenUnreachable")]
    [InlineData(613, 0, Slow)]
    [InlineData(613, 2534040, Slow)]
    [InlineData(613, 1893016, "CitizenUnreachable")]
    [InlineData(613, 2018338, Slow)]
    [InlineData(1200, 0, Slow)]
    [InlineData(2022, 0, Slow)]
    [InlineData(10900, 0, "Sent")]
    [InlineData(10903, 0, "CitizenUnreachable")]
    [InlineData(80001, 0, Slow)]
    [InlineData(80006, 0, Slow)]
    [InlineData(1609005, 0, "ContentRefused")]
    [InlineData(2018171, 0, "ThreadElsewhere")]
    [InlineData(2018180, 0, "ContentRefused")]
    [InlineData(2018278, 0, "OutsideWindow")]
    [InlineData(2018300, 0, "ThreadElsewhere")]
    [InlineData(2018321, 0, Slow)]
    [InlineData(987654, 0, "ContentRefused")]
    [InlineData(100, 987654, "ContentRefused")]
    public void A_code_becomes_an_outcome(int code, int subcode, string expected) =>
        Assert.Equal(expected, Name(FacebookErrorCodes.Outcome(Error(code, subcode), 400, TimeSpan.Zero)));

    [Theory]
    [InlineData(1, 0, "Unknown")]
    [InlineData(2, 0, "Unknown")]
    [InlineData(987654, 0, "Unknown")]
    [InlineData(190, 463, "Token")]
    [InlineData(10, 2018278, "OutsideWindow")]
    [InlineData(613, 0, Slow)]
    public void A_server_error_is_unknown_unless_its_code_is_certain(int code, int subcode, string expected) =>
        Assert.Equal(expected, Name(FacebookErrorCodes.Outcome(Error(code, subcode), 500, TimeSpan.Zero)));

    [Theory]
    [InlineData(200, "Unknown")]
    [InlineData(403, "Unknown")]
    [InlineData(429, Slow)]
    [InlineData(413, "ContentRefused")]
    [InlineData(500, "Unknown")]
    [InlineData(502, "Unknown")]
    [InlineData(504, "Unknown")]
    public void An_unreadable_answer_is_unknown_unless_its_status_is_certain(int status, string expected) =>
        Assert.Equal(expected, Name(FacebookErrorCodes.Outcome(status, TimeSpan.Zero)));

    [Fact]
    public void The_window_is_read_from_the_text_only_where_no_subcode_tells()
    {
        const string Text = "(#10) This message is sent outside of allowed window.";
        Assert.Equal("OutsideWindow", Name(FacebookErrorCodes.Outcome(Error(10, 0) with { Message = Text }, 400, TimeSpan.Zero)));
        Assert.Equal("CitizenUnreachable", Name(FacebookErrorCodes.Outcome(Error(10, 2018108) with { Message = Text }, 400, TimeSpan.Zero)));
        Assert.Equal("NotPermitted", Name(FacebookErrorCodes.Outcome(Error(200, 0) with { Message = "(#551) This person isn't available" }, 400, TimeSpan.Zero)));
    }

    [Fact]
    public void The_platforms_own_delay_counts() => Assert.Equal(
        new SendOutcome.Throttled(TimeSpan.FromMinutes(7)), FacebookErrorCodes.Outcome(Error(80006, 0), 400, TimeSpan.FromMinutes(7)));

    [Fact]
    public void A_transient_error_of_an_unknown_code_is_tried_again() =>
        Assert.Equal(Slow, Name(FacebookErrorCodes.Outcome(Error(987654, 0) with { IsTransient = true }, 400, TimeSpan.Zero)));

    [Theory]
    [InlineData(613, 0, true)]
    [InlineData(80006, 0, true)]
    [InlineData(613, 2018338, false)]
    [InlineData(2, 0, false)]
    public void Only_limits_of_the_Page_hold_the_Page(int code, int subcode, bool holds) =>
        Assert.Equal(holds, FacebookErrorCodes.HoldsPage(Error(code, subcode)));

    [Fact]
    public void The_more_telling_number_is_kept() => Assert.Equal(
        new SendOutcome.Refused(RefusalReason.OutsideWindow, 2018278), FacebookErrorCodes.Outcome(Error(10, 2018278), 400, TimeSpan.Zero));

    private static FacebookError Error(int code, int subcode) => new("text", "OAuthException", code, subcode == 0 ? null : subcode, null, "trace");

    private static string Name(SendOutcome outcome) => outcome is SendOutcome.Refused refused ? refused.Reason.ToString() : outcome.GetType().Name;
}
