using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>The ways into a conversation, and the ways events go wrong on their way.</summary>
public sealed class FacebookEventsTests : SimulatorTest
{
    [Fact]
    public async Task Ids_and_times_have_the_platforms_shapes()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.Facebook.CommentsAsync("hoa", "alo", Ct);

        var (talk, entries) = (Platforms.Facebook.Conversation("hoa"), Service.All.Select(Entry).ToList());
        Assert.Matches("^[0-9]{15,17}$", talk.CitizenId);
        Assert.NotEqual(talk.CitizenId, talk.AppScopedId);
        Assert.Equal(13, entries[0]["time"]!.ToString().Length);
        Assert.Equal(10, entries[1]["time"]!.ToString().Length);
        Assert.Matches("^m_[A-Za-z0-9_-]{86}$", (string)entries[0]["messaging"]![0]!["message"]!["mid"]!);
    }

    [Theory]
    [InlineData(true, false, "\"timestamp\":\"17")]
    [InlineData(false, true, "\"timestamp\":1795230000")]
    public async Task Timestamps_may_be_texts_or_seconds(bool asText, bool inSeconds, string expected)
    {
        (Platforms.Facebook.Settings.TimestampAsText, Platforms.Facebook.Settings.TimestampInSeconds) = (asText, inSeconds);
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);

        Assert.Contains(expected, Service.All.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_nobody_announced_come_in_any_order()
    {
        Platforms.Facebook.Settings.UnknownMemberProbability = 1;
        for (var i = 0; i < 8; i++) await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);

        Assert.All(Service.All, p => Assert.Contains("\"nlp\"", p.Body, StringComparison.Ordinal));
        Assert.True(Service.All.Select(p => string.Join(',', Entry(p)["messaging"]![0]!.AsObject().Select(m => m.Key))).Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_late_answer_is_a_failure_and_newer_events_overtake_the_retry()
    {
        Platforms.Facebook.Settings.AckDeadline = TimeSpan.FromMilliseconds(200);
        Service.OnReceived = _ => Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal((DeliveryOutcome.Failed, null), await OutcomeAsync("một"));
        await Service.WaitForAsync(4);   // three retries at once
        Service.OnReceived = null;
        Platforms.Facebook.Settings.AckDeadline = TimeSpan.FromSeconds(5);
        Assert.Equal((DeliveryOutcome.Acknowledged, 200), await OutcomeAsync("hai"));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(1), Ct);

        Assert.Equal(["hai", "một"], Service.All.Skip(4).Select(p => (string?)Entry(p)["messaging"]![0]!["message"]!["text"]));
    }

    [Fact]
    public async Task Duplicates_are_the_same_bytes_and_receipts_may_come_twice()
    {
        var settings = Platforms.Facebook.Settings;
        (settings.DuplicateProbability, settings.Receipts) = (1, false);
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Single((await Service.WaitForAsync(2)).Select(p => p.Body).Distinct());

        (settings.DuplicateProbability, settings.Receipts, settings.DoubleDeliveryReceipts) = (0, true, true);
        await SendFacebookAsync("hoa", new { text = "dạ" });
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        var events = Service.All.Skip(2).Select(p => Entry(p)["messaging"]![0]!).ToList();
        Assert.Equal(2, events.Count(e => e["delivery"] is not null));
        var sentAt = Platforms.Facebook.MessagesTo("hoa")[0].At.ToUnixTimeMilliseconds();
        Assert.Equal(sentAt, (long)Assert.Single(events, e => e["read"] is not null)["read"]!["watermark"]!);
    }

    [Fact]
    public async Task Somebody_who_never_opens_the_chat_reads_nothing()
    {
        Platforms.Facebook.Settings.Receipts = true;
        Platforms.Citizens["hoa"].Reads = false;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await SendFacebookAsync("hoa", new { text = "dạ" });
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);

        Assert.DoesNotContain(Service.All, p => p.Body.Contains("\"read\"", StringComparison.Ordinal));
        Assert.Contains(Service.All, p => p.Body.Contains("\"delivery\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Echoes_of_requests_for_the_telephone_number_never_come_unless_switched_on()
    {
        Platforms.Facebook.Settings.Echoes = true;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var asking = new { text = "Xin số điện thoại", quick_replies = new[] { new { content_type = "user_phone_number" } } };
        await SendFacebookAsync("hoa", asking);
        await SendFacebookAsync("hoa", new { text = "có tiếng vọng" });
        await Service.WaitForAsync(2);
        Platforms.Facebook.Settings.SuppressPhoneEchoes = false;
        await SendFacebookAsync("hoa", asking);

        var echoes = (await Service.WaitForAsync(3)).Skip(1).Select(p => (string?)Entry(p)["messaging"]![0]!["message"]!["text"]);
        Assert.Equal(["có tiếng vọng", "Xin số điện thoại"], echoes);
    }

    [Fact]
    public async Task Links_ads_questions_and_commands_each_have_their_event()
    {
        object[] questions = [new { question = "Làm khai sinh ở đâu?", payload = "KS" }];
        await GraphAsync(HttpMethod.Post, "me/messenger_profile", new { ice_breakers = questions });
        await Platforms.Facebook.TapsIceBreakerAsync("hoa", "Làm khai sinh ở đâu?", Ct);
        await Platforms.Facebook.StartsAsync("hoa", "to-roi", Ct);
        await Platforms.Facebook.TapsAdAsync("hoa", "qc", Ct);
        await Platforms.Facebook.CommandsAsync("hoa", "tracuu", "tra cứu", Ct);
        await Platforms.Facebook.StartsAsync("lan", "", Ct);

        var events = Service.All.Select(p => Entry(p)["messaging"]![0]!).ToList();
        Assert.Equal("KS", (string?)events[0]["postback"]!["payload"]);
        Assert.Equal(("to-roi", "SHORTLINK"), ((string?)events[1]["referral"]!["ref"], (string?)events[1]["referral"]!["source"]));
        Assert.Equal("ADS", (string?)events[2]["referral"]!["source"]);
        Assert.Equal("tracuu", (string?)events[3]["message"]!["commands"]![0]!["name"]);
        Assert.Null(events[4]["postback"]!["referral"]);
    }

    [Fact]
    public async Task After_an_advertisement_the_window_is_a_week()
    {
        await Platforms.Facebook.TapsAdAsync("hoa", "qc", Ct);
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromDays(6), Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "dạ" })).Status);
        await Platforms.AdvanceAsync(TimeSpan.FromDays(2), Ct);
        Assert.Equal(400, (await SendFacebookAsync("hoa", new { text = "dạ" })).Status);
    }

    [Fact]
    public async Task The_payload_of_another_apps_button_stays_with_that_app()
    {
        var button = new ChatButton("Đồng ý", ChatAction.Reply, "BI_MAT");
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.Facebook.OfficialWritesAsync("hoa", "Chị xác nhận giúp", Ct, buttons: [button]);
        await Platforms.Facebook.TapsAsync("hoa", button, Ct);

        var tap = Entry(Service.All.Last())["messaging"]![0]!["postback"]!;
        Assert.Equal(("Đồng ý", null), ((string?)tap["title"], (string?)tap["payload"]));
    }

    [Fact]
    public async Task Several_events_come_in_one_list_and_overheard_ones_in_the_same_entry()
    {
        await Platforms.Facebook.SayTogetherAsync([("hoa", "một", null), ("lan", "hai", null)], inOneEntry: true, Ct);
        await Platforms.Facebook.SayBesideStandbyAsync("hoa", "ba", "lan", "bốn", Ct);

        Assert.Equal(2, Entry(Service.All.First())["messaging"]!.AsArray().Count);
        Assert.Equal(("ba", "bốn"), ((string?)Entry(Service.All.Last())["messaging"]![0]!["message"]!["text"], (string?)Entry(Service.All.Last())["standby"]![0]!["message"]!["text"]));
    }

    [Fact]
    public async Task Media_is_served_without_a_token_until_its_address_dies()
    {
        await Platforms.Facebook.SendsImageAsync("hoa", "", Ct);
        var url = new Uri((string)Entry(Service.All.Single())["messaging"]![0]!["message"]!["attachments"]![0]!["payload"]!["url"]!);

        Assert.Equal("image/png", (await Http.GetAsync(url)).Content.Headers.ContentType!.MediaType);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(2), Ct);
        Assert.Equal(403, (int)(await Http.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_Page_that_breaks_a_policy_is_warned_blocked_and_freed()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.Facebook.EnforcePolicyAsync("block", "Spam", Ct);
        Assert.Equal(1893063, (int)(await SendFacebookAsync("hoa", new { text = "a" })).Body["error"]!["error_subcode"]!);
        await Platforms.Facebook.EnforcePolicyAsync("unblock", "", Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);

        var told = Service.All.Skip(1).Select(p => Entry(p)["messaging"]![0]!).ToList();
        Assert.Null(told[0]["sender"]);
        Assert.Equal(("Spam", null), ((string?)told[0]["policy_enforcement"]!["reason"], (string?)told[1]["policy_enforcement"]!["reason"]));
    }

    [Fact]
    public async Task The_dashboards_test_names_no_Page()
    {
        Assert.True((await Platforms.Facebook.Console.SendTestAsync(Ct)).IsOk);

        Assert.Equal("0", (string?)Entry(Service.All.Single())["id"]);
    }

    private async Task<(DeliveryOutcome, int?)> OutcomeAsync(string text)
    {
        var delivery = await Platforms.Facebook.SaysAsync("hoa", text, Ct);
        return (delivery.Outcome, delivery.Status);
    }

    private static JsonNode Entry(Received post) => JsonNode.Parse(post.Body)!["entry"]![0]!;
}
