using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Testing;

namespace Chatbot.Tests.Channels.Facebook;

/// <summary>What recorded events mean.</summary>
public sealed class FacebookEventMapperTests
{
    [Fact]
    public void A_text_arrives_with_sender_time_and_id()
    {
        var message = Given.Message("text");
        Assert.Equal((Channel.Facebook, Given.Citizen, "m_A1b2C3d4"), (message.Channel, message.SenderId, message.MessageId));
        Assert.Equal(1795000000123, message.SentAt.ToUnixTimeMilliseconds());
        Assert.Equal("Cho tôi hỏi thủ tục đăng ký khai sinh", message.Text);
        Assert.Null(message.Payload);
        Assert.Empty(message.Attachments);
    }

    [Theory]
    [InlineData("quick-reply", "Đặt lịch hẹn", "BOOK_APPOINTMENT")]
    [InlineData("quick-reply-phone-number", "+84901234567", "+84901234567")]
    [InlineData("postback-persistent-menu", "Gặp cán bộ", "TALK_TO_OFFICER")]
    [InlineData("postback-without-mid-old-shape", "Tra cứu", "LOOKUP")]
    [InlineData("command", "tra cứu H12.34.56", null)]
    public void A_press_carries_its_payload_beside_the_title(string name, string text, string? payload)
    {
        var message = Given.Message(name);
        Assert.Equal((text, payload), (message.Text, message.Payload));
    }

    [Fact]
    public void Get_started_carries_the_word_of_the_link()
    {
        var message = Given.Message("postback-get-started-with-ref");
        Assert.Equal(("GET_STARTED", "qr_mot_cua"), (message.Payload, message.Reference));
    }

    [Theory]
    [InlineData("referral-m-me", "to_roi_2026")]
    [InlineData("referral-ad", "ad1")]
    [InlineData("referral-without-source", "qr_1")]
    [InlineData("lead-with-answers", null)]
    public void A_link_opens_the_chat(string name, string? reference) =>
        Assert.Equal(reference, Assert.IsType<ChannelEvent.ChatOpened>(Given.Mapped(name)).Reference);

    [Theory]
    [InlineData("image", AttachmentKind.Image, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("audio", AttachmentKind.Audio, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("video", AttachmentKind.Video, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("file", AttachmentKind.File, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("sticker-current", AttachmentKind.Sticker, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("sticker-image-transition", AttachmentKind.Sticker, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("sticker-legacy", AttachmentKind.Sticker, "https://scontent.xx.fbcdn.net/v/t1.0/a.jpg?oe=6A000000", "")]
    [InlineData("fallback-v6", AttachmentKind.Link, "https://dichvucong.gov.vn", "Cổng DVC")]
    [InlineData("fallback-old", AttachmentKind.Link, "https://example.vn", "Link")]
    [InlineData("fallback-empty", AttachmentKind.Link, "", "")]
    [InlineData("shared-post", AttachmentKind.Link, "https://www.facebook.com/x", "Bài viết")]
    [InlineData("shared-product-template", AttachmentKind.Other, "", "")]
    [InlineData("appointment", AttachmentKind.Other, "", "")]
    [InlineData("message-unsupported", AttachmentKind.Other, "", "")]
    public void What_is_sent_beside_text_is_one_attachment(string name, AttachmentKind kind, string url, string title)
    {
        var attachment = Assert.Single(Given.Message(name).Attachments);
        Assert.Equal((kind, url, title), (attachment.Kind, attachment.Url, attachment.Name));
    }

    [Fact]
    public void Several_pictures_stay_several() =>
        Assert.Equal([AttachmentKind.Image, AttachmentKind.Image], Given.Message("two-images").Attachments.Select(one => one.Kind));

    [Fact]
    public void A_position_is_a_position_and_no_attachment()
    {
        var message = Given.Message("location-legacy");
        Assert.Equal(new SharedLocation(21.0285, 105.8542), message.Location);
        Assert.Empty(message.Attachments);
    }

    [Fact]
    public void A_shared_link_keeps_its_text() => Assert.Equal("https://dichvucong.gov.vn", Given.Message("fallback-v6").Text);

    [Fact]
    public void Half_an_emoji_a_nul_and_loose_accents_become_good_text()
    {
        Assert.Equal("cảm ơn \uFFFD", Given.Message("text-half-an-emoji").Text);
        Assert.Equal("họ tên", Given.Message("text-with-nul-and-decomposed").Text);
    }

    [Theory]
    [InlineData("echo-own-app", EchoSource.Ours, "corr-1", "Xin chào")]
    [InlineData("echo-own-app-as-string", EchoSource.Ours, null, "Xin chào")]
    [InlineData("echo-with-our-mark-only", EchoSource.Ours, "0199aa", "Xin chào")]
    [InlineData("echo-button-template", EchoSource.Ours, "corr-2", "Chọn")]
    [InlineData("echo-human-in-inbox", EchoSource.Official, null, "Cán bộ trả lời")]
    [InlineData("echo-without-app-id", EchoSource.Official, null, "Tự động")]
    [InlineData("standby-echo-of-an-official", EchoSource.Official, null, "alo")]
    public void An_echo_tells_who_wrote(string name, EchoSource source, string? correlation, string text)
    {
        var echo = Assert.IsType<ChannelEvent.Echo>(Given.Mapped(name));
        Assert.Equal((source, correlation, text), (echo.Source, echo.Correlation, echo.Text));
        Assert.StartsWith("m_E", echo.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_app_id_in_the_settings_only_our_mark_tells()
    {
        var events = new FacebookEvents(TimeProvider.System, new FixedOptions<FacebookOptions>(new FacebookOptions { AppSecret = "s", VerifyToken = "v" }));
        var own = Assert.Single(Given.Recognised("echo-own-app"));
        var marked = Assert.Single(Given.Recognised("echo-with-our-mark-only"));
        Assert.Equal(EchoSource.Official, Assert.IsType<ChannelEvent.Echo>(events.Map(own.Kind, own.Body)).Source);
        Assert.Equal(EchoSource.Ours, Assert.IsType<ChannelEvent.Echo>(events.Map(marked.Kind, marked.Body)).Source);
    }

    [Theory]
    [InlineData("delivery", false, new[] { "m_E1" }, 1795000000123)]
    [InlineData("delivery-without-mids-string-watermark", false, new string[0], 1795000000123)]
    [InlineData("delivery-without-timestamp", false, new[] { "m_E1", "m_E2" }, 1795000000123)]
    [InlineData("read", true, new string[0], 1795000000123)]
    [InlineData("standby-read", true, new string[0], 1795000000100)]
    public void Receipts_tell_ids_and_watermark(string name, bool seen, string[] ids, long watermark)
    {
        var received = Assert.IsType<ChannelEvent.Received>(Given.Mapped(name));
        Assert.Equal(seen, received.Seen);
        Assert.Equal(ids, received.MessageIds);
        Assert.Equal(watermark, received.Watermark!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Words_to_another_app_are_carried_on_for_they_may_cry_for_help() =>
        Assert.Equal(new ChannelEvent.ThreadTaken { Text = "alo" }, Given.Mapped("standby-message"));

    [Theory]
    [InlineData("standby-message", typeof(ChannelEvent.ThreadTaken))]
    [InlineData("standby-postback-no-payload", typeof(ChannelEvent.ThreadTaken))]
    [InlineData("take-thread-control", typeof(ChannelEvent.ThreadTaken))]
    [InlineData("pass-thread-control", typeof(ChannelEvent.ThreadReturned))]
    [InlineData("pass-from-idle", typeof(ChannelEvent.ThreadReturned))]
    [InlineData("request-thread-control", typeof(ChannelEvent.Recorded))]
    [InlineData("reaction", typeof(ChannelEvent.Recorded))]
    [InlineData("reaction-removed", typeof(ChannelEvent.Recorded))]
    [InlineData("optin-notification-messages", typeof(ChannelEvent.Recorded))]
    [InlineData("optin-stop", typeof(ChannelEvent.Recorded))]
    [InlineData("optin-plugin-ref", typeof(ChannelEvent.Recorded))]
    [InlineData("optin-checkbox-no-sender", typeof(ChannelEvent.Recorded))]
    [InlineData("optin-one-time-legacy", typeof(ChannelEvent.Recorded))]
    [InlineData("account-linked", typeof(ChannelEvent.Recorded))]
    [InlineData("account-unlinked", typeof(ChannelEvent.Recorded))]
    [InlineData("feed-comment", typeof(ChannelEvent.Recorded))]
    [InlineData("feed-comment-edited", typeof(ChannelEvent.Recorded))]
    [InlineData("feed-comment-by-the-page-itself", typeof(ChannelEvent.Recorded))]
    [InlineData("feed-page-like", typeof(ChannelEvent.Recorded))]
    public void Thread_control_silences_and_the_rest_is_recorded(string name, Type expected) => Assert.IsType(expected, Given.Mapped(name));

    [Fact]
    public void A_thread_passed_to_another_app_is_taken()
    {
        var other = Given.RecognisedText(
            """{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"9"},"recipient":{"id":"1"},"timestamp":1795000000123,"pass_thread_control":{"previous_owner_app_id":null,"new_owner_app_id":42}}]}]}""");
        Assert.IsType<ChannelEvent.ThreadTaken>(Given.Mapped(other!.Single()));
    }

    [Fact]
    public void An_edit_carries_the_new_words()
    {
        var edit = Assert.IsType<ChannelEvent.MessageEdited>(Given.Mapped("edit"));
        Assert.Equal(("m_A1b2C3d4", "nội dung mới"), (edit.MessageId, edit.Text));
    }

    [Fact]
    public void A_thumb_under_an_answer_is_feedback() =>
        Assert.Equal(new ChannelEvent.Feedback("m_E1", Good: false), Given.Mapped("response-feedback"));

    [Theory]
    [InlineData("policy-enforcement", PolicyAction.Blocked, "Spam")]
    [InlineData("policy-enforcement-warning", PolicyAction.Warning, "Spam")]
    [InlineData("policy-enforcement-old-spelling", PolicyAction.Unblocked, "")]
    public void The_platforms_measures_are_told(string name, PolicyAction action, string reason) =>
        Assert.Equal(new ChannelEvent.PolicyEnforced(action, reason), Given.Mapped(name));

    [Theory]
    [InlineData("message", "no json")]
    [InlineData("message", "[]")]
    [InlineData("delivery", "{}")]
    [InlineData("echo", """{"message":7}""")]
    [InlineData("whatever", "{}")]
    public void A_damaged_row_is_no_exception(string kind, string body) =>
        Assert.NotNull(Given.Events().Map(kind, System.Text.Encoding.UTF8.GetBytes(body)));
}
