using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Tests.Channels.Shared;
using Microsoft.Extensions.Logging;

namespace Chatbot.Tests.Channels.Zalo;

public sealed class ZaloEventsTests
{
    private static readonly string[] WithoutCitizen =
        ["remove_tag", "extension_purchased", "oa_send_consent", "user_reply_consent", "oa_call_user", "user_feedback", "user_click_response_button",
            "change_", "event_journey", "oa_send_group", "user_received_message-template"];

    private readonly ManualTime clock = new();
    private readonly ZaloEvents events;

    public ZaloEventsTests() => events = ZaloTests.Events(clock);

    public static TheoryData<string> Recorded => [.. ZaloTests.Names.Where(name => name != "probe")];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Fact]
    public void Every_kind_of_the_manual_has_a_recorded_body()
    {
        // Other group names exist by analogy and in older lists; their bodies were never seen.
        string[] unseen = ["shop_has_order", "react_request_join_group", "react_request_join_group_accept", "react_request_join_group_reject",
            "user_leave_group", "oa_send_group_audio", "oa_send_group_video", "oa_send_group_business_card", "oa_send_group_location"];
        Assert.Equal(ZaloKinds.All.Except(unseen).Order(StringComparer.Ordinal),
            ZaloTests.Names.Where(name => !name.Contains("unknown", StringComparison.Ordinal) && name != "probe").Select(name => name.Split('-')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Recorded))]
    public void Every_recorded_event_is_routed_to_its_OA_and_its_citizen(string name)
    {
        var body = ZaloTests.Body(name);
        var known = Assert.Single(events.Recognise(body)!);
        Assert.Equal(name.Split('-')[0], known.Kind);
        Assert.Equal(ZaloTests.Oa, known.AccountId);
        var expected = WithoutCitizen.Any(start => name.StartsWith(start, StringComparison.Ordinal)) ? ""
            : name.Contains("anonymous", StringComparison.Ordinal) ? "anon-6f0c1d2e3a4b5c6d7e8f" : ZaloTests.Citizen;
        Assert.Equal(expected, known.CitizenId);
        Assert.True(body.AsSpan().SequenceEqual(known.Body.Span));
        Assert.NotEqual("", known.Key);
    }

    [Theory, MemberData(nameof(Recorded))]
    public void Only_what_concerns_a_talk_is_acted_on(string name)
    {
        var known = Assert.Single(events.Recognise(ZaloTests.Body(name))!);
        var kind = known.Kind;
        var acts = !name.Contains("group", StringComparison.Ordinal) && name != "user_received_message-template" && kind != "oa_send_consent"
            && (kind.StartsWith("user_send_", StringComparison.Ordinal) || kind.StartsWith("anonymous_send_", StringComparison.Ordinal)
                || kind.StartsWith("oa_send_", StringComparison.Ordinal)
                || kind is "follow" or "unfollow" or "user_click_chatnow" or "user_received_message" or "user_seen_message" or "user_reacted_message" or "user_withdraw")
            && !name.Contains("unknown", StringComparison.Ordinal);
        Assert.Equal(acts, known.IsActedOn);
    }

    [Theory, MemberData(nameof(Recorded))]
    public void What_is_not_acted_on_maps_to_a_record_and_nothing_throws(string name)
    {
        var known = Assert.Single(events.Recognise(ZaloTests.Body(name))!);
        var mapped = events.Map(known.Kind, known.Body);
        if (!known.IsActedOn) Assert.IsType<ChannelEvent.Recorded>(mapped);
        else Assert.IsNotType<ChannelEvent.Recorded>(mapped);
    }

    [Fact]
    public void Events_of_different_kinds_never_share_a_key()
    {
        var known = ZaloTests.Names.Where(name => name != "probe").Select(name => events.Recognise(ZaloTests.Body(name))![0]);
        Assert.All(known.GroupBy(e => e.Key), same => Assert.Single(same.Select(e => e.Kind).Distinct()));
    }

    [Theory, MemberData(nameof(Recorded))]
    public void The_same_event_delivered_again_has_the_same_key(string name)
    {
        var first = events.Recognise(ZaloTests.Body(name))![0].Key;
        clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(first, events.Recognise(ZaloTests.Body(name))![0].Key);
    }

    [Fact]
    public void Further_events_on_one_message_are_events_of_their_own()
    {
        string[] keys =
        [
            Key("user_reacted_message", "\"react_icon\":\"/-heart\",", "1785672000000"), Key("user_reacted_message", "\"react_icon\":\"/-remove\",", "1785672000001"),
            Key("user_reacted_message", "\"react_icon\":\"/-strong\",", "1785672000001"), Key("user_received_message", "", "1785672000000"),
            Key("oa_send_text", "", "1785672000000"), Key("user_send_text", "", "1785672000000"),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());

        string Key(string kind, string more, string time) => events.Recognise(ZaloTests.Utf8(
            $$$"""{"event_name":"{{{kind}}}","message":{{{{more}}}"msg_id":"m"},"timestamp":"{{{time}}}","sender":{"id":"1"},"recipient":{"id":"2"}}"""))![0].Key;
    }

    [Fact]
    public void A_message_delivered_again_with_another_time_is_the_same_message()
    {
        var body = Encoding.UTF8.GetString(ZaloTests.Body("user_send_text"));
        Assert.Equal(events.Recognise(ZaloTests.Utf8(body))![0].Key,
            events.Recognise(ZaloTests.Utf8(body.Replace("1785672000000", "1785672000999", StringComparison.Ordinal)))![0].Key);
    }

    [Fact]
    public void The_consoles_probe_is_recognised_and_holds_nothing_to_store() => Assert.Empty(events.Recognise(ZaloTests.Body("probe"))!);

    [Fact]
    public void The_consoles_test_id_with_another_text_is_stored_each_time()
    {
        var body = ZaloTests.Utf8("""{"event_name":"user_send_image","message":{"msg_id":"This is message id"},"timestamp":"1785672000000"}""");
        Assert.NotEqual(events.Recognise(body)![0].Key, events.Recognise(body)![0].Key);
    }

    [Fact]
    public void A_probe_needs_both_its_text_and_its_id()
    {
        Assert.Single(events.Recognise(ZaloTests.Utf8("""{"event_name":"user_send_text","message":{"text":"This is testing message","msg_id":"m1"}}"""))!);
        Assert.Single(events.Recognise(ZaloTests.Utf8("""{"event_name":"user_send_text","message":{"text":"Hello","msg_id":"This is message id"}}"""))!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"event_name\":\"follow\"")]
    [InlineData("{\"event_name\":\"follow\"} {}")]
    [InlineData("{\"message\":{\"text\":\"a}")]
    public void What_is_not_one_json_object_is_not_recognised(string body) => Assert.Null(events.Recognise(ZaloTests.Utf8(body)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"event_name":null,"message":[],"sender":"x","recipient":7,"users":{},"timestamp":{}}""")]
    [InlineData("""{"event_name":"user_send_text","message":{"text":7,"msg_id":[1],"attachments":"no"}}""")]
    [InlineData("""{"event_name":"user_send_text","message":{"attachments":[null,1,{"type":"location","payload":{"coordinates":{"latitude":"x"}}}]}}""")]
    [InlineData("""{"event_name":"user_seen_message","message":{"msg_ids":[1,null,{"a":1}]}}""")]
    public void Strange_shapes_are_stored_and_mapped_without_an_error(string body)
    {
        var known = Assert.Single(events.Recognise(ZaloTests.Utf8(body))!);
        Assert.NotNull(events.Map(known.Kind, known.Body));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Whatever_passes_recognition_is_mapped_without_an_exception(int seed)
    {
        var random = new Random(seed);
        var names = ZaloTests.Names.ToList();
        var body = ZaloTests.Body(names[random.Next(names.Count)]);
        for (var i = random.Next(1, 4); i > 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
        if (events.Recognise(body) is [var known]) Assert.NotNull(events.Map(known.Kind, known.Body));
    }

    [Theory]
    [InlineData("user_send_text", "2026-08-02T12:00:00Z")]
    [InlineData("user_send_text-numbers", "2026-08-02T12:00:00Z")]
    [InlineData("user_send_text-truncated-time", "2026-11-22T03:00:00Z")]
    public void A_truncated_time_gives_way_to_the_hour_of_receipt(string name, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), events.Recognise(ZaloTests.Body(name))![0].OccurredAt);

    [Fact]
    public void Keys_hold_no_phone_number() =>
        Assert.DoesNotContain(ZaloTests.Names.Where(name => name != "probe"), name => events.Recognise(ZaloTests.Body(name))![0].Key.Contains("84912345678", StringComparison.Ordinal));

    [Theory]
    [InlineData("a\\u0000b", "ab")]
    [InlineData("\\u0000", "")]
    public void Ids_and_keys_hold_no_NUL(string written, string kept)
    {
        var known = events.Recognise(Said("user_send_text", written))![0];
        Assert.Equal((kept, kept, $"user_send_text:{kept}"), (known.AccountId, known.CitizenId, known.Key));
        var message = Assert.IsType<ChannelEvent.MessageReceived>(events.Map(known.Kind, known.Body)).Message;
        Assert.Equal((kept, kept, kept), (message.SenderId, message.MessageId, message.Text));
    }

    [Fact]
    public void An_id_too_long_for_an_index_is_replaced_by_its_hash_always_the_same()
    {
        var (one, other) = (events.Recognise(Said("user_send_text", new string('7', 10_000)))![0], events.Recognise(Said("user_send_text", new string('7', 9_999)))![0]);
        Assert.All(new[] { one.AccountId, one.CitizenId, one.Key }, id => Assert.InRange(id.Length, 1, 200));
        Assert.NotEqual(one.Key, other.Key);
        Assert.Equal(one.Key, events.Recognise(Said("user_send_text", new string('7', 10_000)))![0].Key);
    }

    [Theory]
    [InlineData("user_received_message")]
    [InlineData("user_seen_message")]
    public void A_receipt_between_two_strangers_is_read_as_the_manual_says(string kind)
    {
        var known = events.Recognise(ZaloTests.Utf8($$$"""{"event_name":"{{{kind}}}","sender":{"id":"1"},"recipient":{"id":"2"},"message":{"msg_id":"m"}}"""))![0];
        Assert.Equal(("1", "2"), (known.AccountId, known.CitizenId));
    }

    [Fact]
    public void What_is_logged_of_an_unknown_OA_holds_no_id()
    {
        var lines = new List<string>();
        var told = ZaloTests.Events(clock, new Lines<ZaloEvents>(lines));
        told.Recognise(ZaloTests.Utf8("""{"event_name":"user_seen_message","sender":{"id":"8111222333"},"recipient":{"id":"4999888777"},"message":{"msg_ids":["m5"]}}"""));
        told.Recognise(Said("user_send_text", "8111222333"));
        Assert.Equal(2, lines.Count);
        Assert.DoesNotContain(lines, line => line.Any(char.IsAsciiDigit));
    }

    private static byte[] Said(string kind, string value) => ZaloTests.Utf8(
        $$$"""{"event_name":"{{{kind}}}","sender":{"id":"{{{value}}}"},"recipient":{"id":"{{{value}}}"},"message":{"msg_id":"{{{value}}}","text":"{{{value}}}"}}""");

    private sealed class Lines<T>(List<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
