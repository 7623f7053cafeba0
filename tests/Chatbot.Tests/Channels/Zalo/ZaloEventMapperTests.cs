using Chatbot.Channels;
using Chatbot.Channels.Zalo;

namespace Chatbot.Tests.Channels.Zalo;

public sealed class ZaloEventMapperTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_text_is_a_message_of_its_citizen()
    {
        var message = Message("user_send_text");
        Assert.Equal((Channel.Zalo, ZaloTests.Citizen, "Cho tôi hỏi thủ tục đăng ký tạm trú"), (message.Channel, message.SenderId, message.Text));
        Assert.Equal("96d3cdf3af150460909a", message.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 8, 2, 12, 0, 0, TimeSpan.Zero), message.SentAt);
        Assert.Null(message.Payload);
        Assert.Null(message.AnonymousConversationId);
    }

    [Fact]
    public void A_button_comes_back_as_its_payload() => Assert.Equal("#menu:phi", Message("user_send_text-button").Payload);

    [Fact]
    public void Numbers_are_read_where_strings_were_promised()
    {
        var message = Message("user_send_text-numbers");
        Assert.Equal((ZaloTests.Citizen, "Phí bao nhiêu ạ"), (message.SenderId, message.Text));
    }

    [Fact]
    public void Escapes_are_read_and_half_an_emoji_costs_only_itself() =>
        Assert.Equal("Nộp ở đâu/khi nào \ufffd", Message("user_send_text-escaped").Text);

    [Fact]
    public void Text_is_composed() => Assert.Equal("Giấy khai sinh", Message("user_send_text-decomposed").Text);

    [Theory]
    [InlineData("user_send_image", AttachmentKind.Image, "https://photo-stal-1.zdn.vn/example.jpg", "")]
    [InlineData("user_send_gif", AttachmentKind.Image, "https://photo-stal-1.zdn.vn/example.gif", "")]
    [InlineData("user_send_audio", AttachmentKind.Audio, "https://f2-voice-aac-dl.zdn.vn/example.aac", "")]
    [InlineData("user_send_video", AttachmentKind.Video, "https://video-stal.dlmd.me/example.mp4", "")]
    [InlineData("user_send_sticker", AttachmentKind.Sticker, "https://zalo-api.zadn.vn/api/emoticon/sticker/webpc?eid=1", "")]
    [InlineData("user_send_link", AttachmentKind.Link, "https://dichvucong.gov.vn", "Cổng Dịch vụ công")]
    [InlineData("user_send_file", AttachmentKind.File, "https://f9-zpc.dlfl.vn/example/don.docx", "don.docx")]
    [InlineData("user_send_file-number-size", AttachmentKind.File, "https://f9-zpc.dlfl.vn/example/to-khai.pdf", "to-khai.pdf")]
    [InlineData("user_send_business_card", AttachmentKind.ContactCard, "https://zalo.me/", "")]
    [InlineData("anonymous_send_image", AttachmentKind.Image, "https://photo-stal-1.zdn.vn/example.jpg", "")]
    public void Attachments_keep_kind_address_and_name(string name, AttachmentKind kind, string url, string fileName)
    {
        var attachment = Assert.Single(Message(name).Attachments);
        Assert.Equal((kind, url, fileName), (attachment.Kind, attachment.Url, attachment.Name));
    }

    [Fact]
    public void A_location_is_degrees_and_a_place_name()
    {
        var message = Message("user_send_location");
        Assert.Equal(new SharedLocation(10.7769331, 106.7009238), message.Location);
        Assert.Equal("UBND Phường Bến Nghé", message.Text);
        Assert.Empty(message.Attachments);
    }

    [Fact]
    public void An_anonymous_visitor_brings_the_conversation_to_answer_in() =>
        Assert.Equal(("anon-6f0c1d2e3a4b5c6d7e8f", "conv-0a1b2c3d4e5f"),
            (Message("anonymous_send_text").SenderId, Message("anonymous_send_text").AnonymousConversationId));

    [Fact]
    public void An_officials_message_is_told_by_its_admin_id()
    {
        var echo = Assert.IsType<ChannelEvent.Echo>(Map("oa_send_text"));
        Assert.Equal((EchoSource.Official, "96d3cdf3af150460909a", "Chào anh/chị"), (echo.Source, echo.MessageId, echo.Text));
        Assert.Equal(EchoSource.Unknown, Assert.IsType<ChannelEvent.Echo>(Map("oa_send_text-by-api")).Source);
    }

    [Theory]
    [InlineData("user_received_message", false, 1)]
    [InlineData("user_seen_message", true, 2)]
    [InlineData("user_seen_message-other-direction", true, 1)]
    public void Receipts_name_their_messages(string name, bool seen, int count)
    {
        var receipt = Assert.IsType<ChannelEvent.Received>(Map(name));
        Assert.Equal((seen, count), (receipt.Seen, receipt.MessageIds.Count));
        Assert.Equal("96d3cdf3af150460909a", receipt.MessageIds[0]);
    }

    [Theory]
    [InlineData("follow", typeof(ChannelEvent.Followed))]
    [InlineData("unfollow", typeof(ChannelEvent.Unfollowed))]
    [InlineData("user_click_chatnow", typeof(ChannelEvent.ChatOpened))]
    [InlineData("user_withdraw", typeof(ChannelEvent.DataWithdrawn))]
    [InlineData("user_submit_info", typeof(ChannelEvent.Recorded))]
    [InlineData("user_submit_info-legacy", typeof(ChannelEvent.Recorded))]
    [InlineData("user_received_message-template", typeof(ChannelEvent.Recorded))]
    [InlineData("user_send_group_text", typeof(ChannelEvent.Recorded))]
    [InlineData("user_send_hologram-unknown", typeof(ChannelEvent.Recorded))]
    public void Other_events_are_told_by_their_kind(string name, Type expected) => Assert.IsType(expected, Map(name));

    [Theory]
    [InlineData("/-heart", true)]
    [InlineData("/-strong", true)]
    [InlineData(":-((", false)]
    [InlineData("/-remove", null)]
    public void A_reaction_is_a_judgement_when_it_is_a_clear_one(string icon, bool? good)
    {
        var body = ZaloTests.Utf8("""{"message":{"msg_id":"m","react_icon":"ICON"}}""".Replace("ICON", icon, StringComparison.Ordinal));
        var mapped = ZaloEventMapper.Map("user_reacted_message", body, Now);
        if (good is null) Assert.IsType<ChannelEvent.Recorded>(mapped);
        else Assert.Equal(new ChannelEvent.Feedback("m", good.Value), mapped);
    }

    private static ChannelEvent Map(string name) => ZaloEventMapper.Map(name.Split('-')[0], ZaloTests.Body(name), Now);

    private static InboundMessage Message(string name) => Assert.IsType<ChannelEvent.MessageReceived>(Map(name)).Message;
}
