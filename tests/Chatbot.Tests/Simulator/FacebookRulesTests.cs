using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Facebook;

namespace Chatbot.Tests.Simulator;

public sealed class FacebookRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    private readonly FacebookSettings settings = new();
    private readonly FacebookConversation talk = new("102030405060709", new Citizen("hoa", "Cô Hoa"), "4000000000000001", "5", 100);

    [Theory]
    [InlineData("RESPONSE", "", 24, 0, "sent")]
    [InlineData("", "", 24, 0, "sent")]
    [InlineData("UPDATE", "", 24, 1, "10/2018278")]
    [InlineData("MESSAGE_TAG", "HUMAN_AGENT", 24, 1, "sent")]
    [InlineData("MESSAGE_TAG", "HUMAN_AGENT", 168, 0, "sent")]
    [InlineData("MESSAGE_TAG", "HUMAN_AGENT", 168, 1, "10/2018278")]
    [InlineData("MESSAGE_TAG", "ACCOUNT_UPDATE", 0, 0, "100/1893061")]
    [InlineData("MESSAGE_TAG", "CONFIRMED_EVENT_UPDATE", 0, 0, "100/1893061")]
    [InlineData("MESSAGE_TAG", "POST_PURCHASE_UPDATE", 0, 0, "100/1893061")]
    [InlineData("MESSAGE_TAG", "GREETINGS", 0, 0, "100/")]
    [InlineData("SHOUT", "", 0, 0, "100/")]
    public void The_window_is_a_day_a_week_for_officials_and_never_for_retired_tags(string type, string tag, int hours, int seconds, string expected)
    {
        talk.Open(Start, MessagingWindow.Standard, isMessage: true);
        var now = Start + TimeSpan.FromHours(hours) + TimeSpan.FromSeconds(seconds);

        Assert.Equal(expected, Code(MessagingWindow.Refuse(type, tag, false, false, talk, settings, now)));
    }

    [Fact]
    public void The_human_agent_tag_needs_the_feature()
    {
        settings.HasHumanAgent = false;
        talk.Open(Start, MessagingWindow.Standard, isMessage: true);

        Assert.Equal("100/", Code(MessagingWindow.Refuse("MESSAGE_TAG", "HUMAN_AGENT", false, false, talk, settings, Start)));
    }

    [Fact]
    public void A_reaction_opens_the_window_but_not_the_officials_week()
    {
        talk.Open(Start, MessagingWindow.Standard, isMessage: false);

        Assert.Equal("sent", Code(MessagingWindow.Refuse("RESPONSE", "", false, false, talk, settings, Start)));
        Assert.Equal("10/2018278", Code(MessagingWindow.Refuse("MESSAGE_TAG", "HUMAN_AGENT", false, false, talk, settings, Start)));
    }

    [Theory]
    [InlineData("""{"text":"chào bác"}""", "sent")]
    [InlineData("{}", "100/")]
    [InlineData("""{"text":"a","attachment":{"type":"image","payload":{"url":"https://a.vn/1.png"}}}""", "100/")]
    [InlineData("""{"attachment":{"type":"image","payload":{"attachment_id":"9"}}}""", "100/2018074")]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"button","text":"chọn","buttons":[]}}}""", "194/")]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"button","text":"chọn","buttons":[{"type":"postback","title":"Một tiêu đề dài quá hai mươi chữ","payload":"1"}]}}}""", "100/")]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"button","text":"chọn","buttons":[{"type":"phone_number","title":"Gọi","payload":"0240000"}]}}}""", "100/")]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"Chỉ có tiêu đề"}]}}}""", "100/")]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"leaflet"}}}""", "100/")]
    [InlineData("""{"text":"chọn","quick_replies":[{"content_type":"location"}]}""", "100/")]
    public void A_message_is_taken_or_refused_as_the_manual_says(string message, string expected) => Assert.Equal(expected, Code(Read(message).Refusal));

    [Fact]
    public void Limits_hold_to_the_last_element()
    {
        Assert.Null(Read(JsonSerializer.Serialize(new { text = new string('ă', 2_000) })).Refusal);
        var tooLong = Read(JsonSerializer.Serialize(new { text = new string('ă', 2_001) })).Refusal!;
        Assert.Equal("(#100) Length of param message[text] must be less than or equal to 2000", tooLong.Body()["error"]!["message"]!.GetValue<string>());
        Assert.Equal("sent", QuickReplies(13));
        Assert.Equal("105/", QuickReplies(14));
        Assert.Equal("sent", Buttons(3));
        Assert.Equal("105/", Buttons(4));
    }

    private string QuickReplies(int count) => Code(Read(JsonSerializer.Serialize(new
    {
        text = "chọn",
        quick_replies = Enumerable.Range(0, count).Select(i => new { content_type = "text", title = "Nút", payload = "p" }),
    })).Refusal);

    private string Buttons(int count) => Code(Read(JsonSerializer.Serialize(new
    {
        attachment = new
        {
            type = "template",
            payload = new { template_type = "button", text = "chọn", buttons = Enumerable.Range(0, count).Select(i => new { type = "postback", title = "Nút", payload = "p" }) },
        },
    })).Refusal);

    private static GraphMessageReader.Outcome Read(string message)
    {
        using var json = JsonDocument.Parse(message);
        return new GraphMessageReader(new FacebookPage(new FacebookPageSettings(), TimeProvider.System)).Read(json.RootElement);
    }

    private static string Code(GraphReply? refusal) =>
        refusal is null ? "sent" : $"{refusal.Body()["error"]!["code"]}/{refusal.Body()["error"]!["error_subcode"]}";
}
