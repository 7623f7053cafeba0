using System.Text;
using Chatbot.Channels;
using Chatbot.Testing.Payloads;

namespace Chatbot.Tests.Channels.Facebook;

/// <summary>How recorded bodies become rows.</summary>
public sealed class FacebookEventsTests
{
    private const string At = "1795000000123";

    /// <summary>Every recorded body with one event: its kind, its key, and whether somebody acts on it.</summary>
    public static TheoryData<string, string, string, bool> SingleEvents => new()
    {
        { "text", "message", "message:m_A1b2C3d4", true },
        { "text-reply-to", "message", "message:m_A1b2C3d4", true },
        { "text-half-an-emoji", "message", "message:m_H1", true },
        { "text-with-nul-and-decomposed", "message", "message:m_H2", true },
        { "text-unknown-members", "message", "message:m_U1", true },
        { "message-unsupported", "message", "message:m_U2", true },
        { "seconds-timestamp", "message", "message:m_A3", true },
        { "string-timestamp", "message", "message:m_S3", true },
        { "quick-reply", "message", "message:m_A1b2C3d4", true },
        { "quick-reply-phone-number", "message", "message:m_A1b2C3d4", true },
        { "command", "message", "message:m_A1b2C3d4", true },
        { "image", "message", "message:m_A1b2C3d4", true },
        { "two-images", "message", "message:m_A1b2C3d4", true },
        { "audio", "message", "message:m_A1b2C3d4", true },
        { "video", "message", "message:m_A1b2C3d4", true },
        { "file", "message", "message:m_A1b2C3d4", true },
        { "location-legacy", "message", "message:m_A1b2C3d4", true },
        { "fallback-v6", "message", "message:m_A1b2C3d4", true },
        { "fallback-old", "message", "message:m_A1b2C3d4", true },
        { "fallback-empty", "message", "message:m_A1b2C3d4", true },
        { "sticker-current", "message", "message:m_A1b2C3d4", true },
        { "sticker-image-transition", "message", "message:m_A1b2C3d4", true },
        { "sticker-legacy", "message", "message:m_A1b2C3d4", true },
        { "shared-post", "message", "message:m_A1b2C3d4", true },
        { "shared-product-template", "message", "message:m_A1b2C3d4", true },
        { "appointment", "message", "message:m_A1b2C3d4", true },
        { "postback-get-started-with-ref", "postback", "postback:m_P1", true },
        { "postback-persistent-menu", "postback", "postback:m_P2", true },
        { "postback-without-mid-old-shape", "postback", $"postback:{Given.Citizen}:{At}:LOOKUP", true },
        { "referral-m-me", "referral", $"referral:{Given.Citizen}:{At}:to_roi_2026OPEN_THREAD", true },
        { "referral-ad", "referral", $"referral:{Given.Citizen}:{At}:ad1OPEN_THREAD", true },
        { "referral-without-source", "referral", $"referral:{Given.Citizen}:{At}:qr_1OPEN_THREAD", true },
        { "lead-with-answers", "referral", $"referral:{Given.Citizen}:1795000000000:LEAD_COMPLETE", true },
        { "optin-notification-messages", "optin", $"optin:{Given.Citizen}:{At}:notification_messages", false },
        { "optin-stop", "optin", $"optin:{Given.Citizen}:{At}:notification_messages", false },
        { "optin-plugin-ref", "optin", $"optin:{Given.Citizen}:{At}:website", false },
        { "optin-checkbox-no-sender", "optin", $"optin::{At}:form1UR_1", false },
        { "optin-one-time-legacy", "optin", $"optin:{Given.Citizen}:{At}:one_time_notif_req", false },
        { "echo-own-app", "echo", "echo:m_E1", true },
        { "echo-own-app-as-string", "echo", "echo:m_E1", true },
        { "echo-with-our-mark-only", "echo", "echo:m_E1", true },
        { "echo-human-in-inbox", "echo", "echo:m_E1", true },
        { "echo-without-app-id", "echo", "echo:m_E1", true },
        { "echo-button-template", "echo", "echo:m_E1", true },
        { "delivery", "delivery", $"delivery:{Given.Citizen}:{At}", true },
        { "delivery-without-mids-string-watermark", "delivery", $"delivery:{Given.Citizen}:{At}", true },
        { "delivery-without-timestamp", "delivery", $"delivery:{Given.Citizen}:{At}", true },
        { "read", "read", $"read:{Given.Citizen}:{At}", true },
        { "reaction", "reaction", $"reaction:m_E1:react:❤️:{At}", false },
        { "reaction-removed", "reaction", $"reaction:m_E1:unreact:❤️:{At}", false },
        { "edit", "message_edit", "message_edit:m_A1b2C3d4:1", true },
        { "standby-message", "standby.message", "standby.message:m_S1", true },
        { "standby-postback-no-payload", "standby.postback", "standby.postback:m_S2", true },
        { "standby-echo-of-an-official", "standby.echo", "standby.echo:m_E9", true },
        { "standby-read", "standby.read", $"standby.read:{Given.Citizen}:1795000000100", true },
        { "pass-thread-control", "pass_thread_control", $"pass_thread_control:{Given.Citizen}:{At}:", true },
        { "pass-from-idle", "pass_thread_control", $"pass_thread_control:{Given.Citizen}:{At}:", true },
        { "take-thread-control", "take_thread_control", $"take_thread_control:{Given.Citizen}:{At}:", true },
        { "request-thread-control", "request_thread_control", $"request_thread_control:{Given.Citizen}:{At}:", false },
        { "response-feedback", "response_feedback", $"response_feedback:{Given.Citizen}:{At}:m_E1Bad response", true },
        { "account-linked", "account_linking", $"account_linking:{Given.Citizen}:{At}:linked", false },
        { "account-unlinked", "account_linking", $"account_linking:{Given.Citizen}:{At}:unlinked", false },
        { "policy-enforcement", "policy_enforcement", $"policy_enforcement::{At}:block", true },
        { "policy-enforcement-warning", "policy_enforcement", $"policy_enforcement::{At}:warning", true },
        { "policy-enforcement-old-spelling", "policy_enforcement", $"policy_enforcement::{At}:unblock", true },
        { "feed-comment", "feed", "feed:comment:55501_9001:add:1795000000::", false },
        { "feed-reply-to-comment", "feed", "feed:comment:55501_9002:add:1795000000::", false },
        { "feed-comment-photo-only", "feed", "feed:comment:55501_9003:add:1795000000::", false },
        { "feed-comment-removed", "feed", "feed:comment:55501_9001:remove:1795000000::", false },
        { "feed-comment-hidden-by-page", "feed.own", "feed:comment:55501_9001:hide:1795000000::", false },
        { "feed-comment-by-the-page-itself", "feed.own", "feed:comment:55501_9004:add:1795000000::", false },
        { "feed-scheduled-post-created", "feed.own", "feed:status:102030405060708_55501:add:1795000000:0:", false },
        { "feed-post-live", "feed.own", "feed:status:102030405060708_55501:add:1795000000:1:", false },
        { "feed-post-removed", "feed.own", "feed:post:102030405060708_55501:remove:1795000000::", false },
        { "feed-reaction", "feed", "feed:reaction:102030405060708_55501:add:1795000000::6780462125370000:like", false },
        { "feed-page-like", "feed", "feed:like::add:1795000002000::", false },
    };

    /// <summary>Bodies whose events have no id of their own: the key is a hash of the bytes.</summary>
    public static TheoryData<string, string> HashedEvents => new()
    {
        { "messaging-feedback", "messaging_feedback" },
        { "app-roles", "app_roles" },
        { "unknown-event", "unknown" },
        { "inbox-labels", "inbox_labels" },
        { "template-review", "message_template_status_update" },
        { "dashboard-test", "messages" },
    };

    [Theory, MemberData(nameof(SingleEvents))]
    public void A_recorded_event_is_recognised(string name, string kind, string key, bool isActedOn)
    {
        var recognised = Assert.Single(Given.Recognised(name));
        Assert.Equal((Channel.Facebook, Given.PageId, kind, key, isActedOn),
            (recognised.Channel, recognised.AccountId, recognised.Kind, recognised.Key, recognised.IsActedOn));
    }

    [Theory, MemberData(nameof(HashedEvents))]
    public void An_event_without_an_id_is_recorded_under_a_hash(string name, string kind)
    {
        var recognised = Assert.Single(Given.Recognised(name));
        Assert.Equal((kind, false), (recognised.Kind, recognised.IsActedOn));
        Assert.Matches($@"^{kind}(:\d+)?:[0-9a-f]{{32}}$", recognised.Key);
        Assert.IsType<ChannelEvent.Recorded>(Given.Mapped(recognised));
    }

    [Fact]
    public void Every_recorded_body_is_in_a_table_of_these_tests()
    {
        var tested = SingleEvents.Select(row => (string)row[0]).Concat(HashedEvents.Select(row => (string)row[0]))
            .Concat(["batch-of-two-entries", "two-events-in-one-list", "messaging-and-standby", "instagram-body", "feed-comment-edited"]);
        var recorded = Payload.Of("facebook").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(recorded.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text", Given.Citizen)]
    [InlineData("echo-human-in-inbox", Given.Citizen)]   // sender and recipient are swapped in echoes
    [InlineData("standby-echo-of-an-official", Given.Citizen)]
    [InlineData("read", Given.Citizen)]
    [InlineData("optin-checkbox-no-sender", "")]
    [InlineData("policy-enforcement", "")]
    [InlineData("feed-comment", "6780462125370000")]
    [InlineData("feed-comment-by-the-page-itself", "")]
    [InlineData("inbox-labels", Given.Citizen)]
    public void The_citizen_is_whoever_is_not_the_Page(string name, string citizen) =>
        Assert.Equal(citizen, Assert.Single(Given.Recognised(name)).CitizenId);

    [Theory]
    [InlineData("text", 1795000000123)]
    [InlineData("seconds-timestamp", 1795000000000)]
    [InlineData("string-timestamp", 1795000000123)]
    [InlineData("delivery-without-timestamp", 1795000000333)]
    [InlineData("feed-comment", 1795000002000)]
    public void Times_are_read_in_milliseconds_seconds_and_as_text(string name, long milliseconds) =>
        Assert.Equal(milliseconds, Assert.Single(Given.Recognised(name)).OccurredAt.ToUnixTimeMilliseconds());

    [Fact]
    public void Every_event_of_a_batch_has_its_own_row_with_its_own_bytes()
    {
        var both = Given.Recognised("batch-of-two-entries");
        Assert.Equal(["message:m_A1b2C3d4", "message:m_A2"], both.Select(one => one.Key));
        Assert.Equal(["1", "2"], both.Select(one => Assert.IsType<ChannelEvent.MessageReceived>(Given.Mapped(one)).Message.Text));
        Assert.Equal(["message:m_1", $"read:{Given.Citizen}:1795000000100"], Given.Recognised("two-events-in-one-list").Select(one => one.Key));
        Assert.Equal(["message", "standby.message"], Given.Recognised("messaging-and-standby").Select(one => one.Kind));
        Assert.Equal("""{"mid":"m_1","text":"1"}""", Inner(Given.Recognised("two-events-in-one-list")[0]));
    }

    [Fact]
    public void Events_of_several_Pages_in_one_body_go_to_their_Pages()
    {
        var events = Given.RecognisedText(
            """{"object":"page","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"9"},"recipient":{"id":"1"},"timestamp":1795000000123,"message":{"mid":"a"}}]},{"id":"2","time":1,"messaging":[{"sender":{"id":"9"},"recipient":{"id":"2"},"timestamp":1795000000123,"message":{"mid":"b"}}]}]}""");
        Assert.Equal(["1", "2"], events!.Select(one => one.AccountId));
    }

    [Fact]
    public void A_comment_edited_twice_is_two_events()
    {
        var edit = Encoding.UTF8.GetString(Payload.Read("facebook/feed-comment-edited.json"));
        var again = edit.Replace("\"message\":\"S\\u1eeda\"", "\"message\":\"S\\u1eeda n\\u1eefa\"", StringComparison.Ordinal);
        Assert.NotEqual(edit, again);
        Assert.NotEqual(Given.RecognisedText(edit)!.Single().Key, Given.RecognisedText(again)!.Single().Key);
        Assert.Equal(Given.RecognisedText(edit)!.Single().Key, Given.RecognisedText(edit)!.Single().Key);
    }

    [Fact]
    public void Events_on_one_message_do_not_share_its_key()
    {
        string[] onE1 = ["echo-own-app", "delivery", "read", "reaction", "reaction-removed", "response-feedback"];
        var keys = onE1.Select(name => Given.Recognised(name).Single().Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Another_platforms_body_is_recognised_and_left() => Assert.Empty(Given.Recognised("instagram-body"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"object":"page"}""")]
    [InlineData("""{"object":"page","entry":[]}""")]
    [InlineData("""{"object":"page","entry":{"id":"1"}}""")]
    [InlineData("""{"object":["page"],"entry":[{"id":"1"}]}""")]
    [InlineData("""{"object":"page","entry":[1,null,"x"]}""")]
    public void A_body_without_events_stores_nothing(string json) => Assert.Empty(Given.RecognisedText(json)!);

    [Theory]
    [InlineData("""{"object":"page","entry":[{"id":"1","time":5}]}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1","novelty":[{"a":1}]}]}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1","messaging":[7]}]}""")]
    public void What_nobody_knows_is_kept(string json)
    {
        var kept = Assert.Single(Given.RecognisedText(json)!);
        Assert.Equal(("unknown", false, "1"), (kept.Kind, kept.IsActedOn, kept.AccountId));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hub.mode=subscribe")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"page\"")]
    [InlineData("""{"object":"page","entry":[]""")]
    [InlineData("""{"object":"page","entry":[]}x""")]
    [InlineData("""{"object":"page",}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"9"},}]}]}""")]
    public void What_is_no_JSON_object_is_malformed(string text) => Assert.Null(Given.RecognisedText(text));

    [Fact]
    public void A_key_never_outgrows_an_index()
    {
        var json = """{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"9"},"recipient":{"id":"1"},"timestamp":1795000000123,"postback":{"title":"x","payload":"LONG"}}]}]}""";
        var one = Given.RecognisedText(json.Replace("LONG", new string('a', 1000), StringComparison.Ordinal))!.Single();
        var other = Given.RecognisedText(json.Replace("LONG", new string('a', 999) + "b", StringComparison.Ordinal))!.Single();
        Assert.True(one.Key.Length <= 200);
        Assert.NotEqual(one.Key, other.Key);
    }

    /// <summary>Webhooks come by the ten thousand a second; no tree is built for them.</summary>
    [Fact]
    public void Recognising_a_text_allocates_little()
    {
        var (events, body) = (Given.Events(), Payload.Read("facebook/text.json"));
        for (var i = 0; i < 50; i++) events.Recognise(body);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) events.Recognise(body);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 900);
    }

    private static string Inner(RecognisedEvent recognised)
    {
        using var json = System.Text.Json.JsonDocument.Parse(recognised.Body);
        return json.RootElement.GetProperty("message").GetRawText();
    }
}
