using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Zalo;

namespace Chatbot.ComponentTests.Simulator;

public sealed class ZaloWebhookTests : SimulatorTest
{
    [Fact]
    public async Task A_text_comes_signed_over_its_bytes()
    {
        var delivery = await Platforms.Zalo.SaysAsync("hoa", "giấy tờ đăng ký tạm trú 🙏", Ct);

        var post = Assert.Single(Service.All);
        var body = JsonNode.Parse(post.Body)!;
        var settings = Platforms.Zalo.Settings;
        Assert.True(delivery.IsAcknowledged);
        Assert.Equal(delivery.MessageId, (string?)body["message"]!["msg_id"]);
        Assert.Equal("mac=" + ZaloSignature.Compute(settings.AppId, post.Bytes, (string)body["timestamp"]!, settings.OaSecretKey), post.Headers["X-ZEvent-Signature"]);
        Assert.Equal(("OA OpenAPI", "ZaloWebhook", "application/json"), (post.Headers["X-ZEvent-Server"], post.Headers["User-Agent"], post.Headers["Content-Type"]));
        Assert.DoesNotContain("X-ZEvent-Timestamp", post.Headers.Keys);
        Assert.Contains("giấy tờ", post.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unacknowledged_events_come_five_times_more_and_then_the_webhook_is_off()
    {
        Service.Status = 500;
        var delivery = await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Assert.Equal((DeliveryOutcome.Failed, 500), (delivery.Outcome, delivery.Status));

        var counts = new List<int>();
        foreach (var pause in ZaloWebhook.RetryLadder)
        {
            await Platforms.AdvanceAsync(pause - TimeSpan.FromSeconds(1), Ct);
            counts.Add(Service.All.Count);
            await Platforms.AdvanceAsync(TimeSpan.FromSeconds(1), Ct);
        }

        Assert.Equal([1, 2, 3, 4, 5], counts);
        Assert.Equal([null, "1", "2", "3", "4", "5"], Service.All.Select(p => p.Headers.GetValueOrDefault("num_retry")));
        Assert.Single(Service.All.Select(p => p.Body + p.Headers["X-ZEvent-Signature"]).Distinct());
        Assert.True(Platforms.Zalo.Webhook.IsDisabled);
        Assert.Contains(Platforms.Journal.Notices, n => n.Detail.Contains("switched off", StringComparison.Ordinal));

        Service.Status = 200;
        Assert.Equal(DeliveryOutcome.NotSent, (await Platforms.Zalo.SaysAsync("hoa", "còn đó không", Ct)).Outcome);
        Platforms.Zalo.Webhook.Enable();
        Assert.True((await Platforms.Zalo.SaysAsync("hoa", "alo lại", Ct)).IsAcknowledged);
    }

    [Fact]
    public async Task A_late_answer_is_a_failure()
    {
        Platforms.Zalo.Settings.AckDeadline = TimeSpan.FromMilliseconds(200);
        Service.OnReceived = _ => Task.Delay(TimeSpan.FromSeconds(2));

        Assert.Equal((DeliveryOutcome.Failed, null), await OutcomeAsync());
        Service.OnReceived = null;
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(30), Ct);
        Assert.Equal(2, Service.All.Count);
    }

    [Fact]
    public async Task A_target_that_is_not_there_yet_gets_the_event_later()
    {
        Platforms.Zalo.Settings.WebhookUrl = new Uri("http://127.0.0.1:9");
        Assert.Equal((DeliveryOutcome.Failed, null), await OutcomeAsync());
    }

    [Fact]
    public async Task Held_events_can_be_released_the_wrong_way_round()
    {
        Platforms.Zalo.Webhook.Held.Hold();
        await Platforms.Zalo.SaysAsync("hoa", "một", Ct);
        await Platforms.Zalo.SaysAsync("hoa", "hai", Ct);
        Assert.Empty(Service.All);

        await Platforms.Zalo.Webhook.Held.ReleaseAsync(reversed: true, Ct);
        Assert.Equal(["hai", "một"], Service.All.Select(TextOf));
    }

    [Fact]
    public async Task Duplicates_are_the_same_bytes_again()
    {
        Platforms.Zalo.Settings.DuplicateProbability = 1;
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);

        var posts = await Service.WaitForAsync(2);
        Assert.Equal(posts[0].Body, posts[1].Body);
    }

    [Fact]
    public async Task Buttons_come_back_as_texts_and_links_do_not()
    {
        await Platforms.Zalo.TapsAsync("hoa", new ChatButton("Lệ phí", ChatAction.HiddenReply, "#phi"), Ct);
        await Platforms.Zalo.TapsAsync("hoa", new ChatButton("Trang", ChatAction.OpenLink, "https://a.vn"), Ct);

        var body = JsonNode.Parse(Assert.Single(Service.All).Body)!;
        Assert.Equal(("user_send_text", "#phi"), ((string?)body["event_name"], (string?)body["message"]!["text"]));
    }

    [Fact]
    public async Task The_console_saves_only_what_answers_200_to_its_probe()
    {
        Service.Status = 401;
        Assert.NotEmpty(await Platforms.Zalo.Console.SaveWebhookAsync(new Uri(Service.Address, "/moi"), Ct));
        Assert.Equal(Service.Address, Platforms.Zalo.Settings.WebhookUrl);

        Service.Status = 200;
        Assert.Empty(await Platforms.Zalo.Console.SaveWebhookAsync(new Uri(Service.Address, "/moi"), Ct));
        var probe = JsonNode.Parse(Service.All.Last().Body)!;
        Assert.Equal((ZaloConsole.TestText, ZaloConsole.TestMessageId), ((string?)probe["message"]!["text"], (string?)probe["message"]!["msg_id"]));
    }

    [Fact]
    public async Task Sends_are_echoed_delivered_and_seen_and_officials_carry_their_id()
    {
        (Platforms.Zalo.Settings.Echoes, Platforms.Zalo.Settings.Receipts) = (true, true);
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await SendZaloAsync("hoa", new { text = "dạ" });
        await SendZaloAsync("hoa", new { text = "em nghe" });
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        await Platforms.Zalo.OfficialWritesAsync("hoa", "cháu đây ạ", Ct);

        var bodies = Service.All.Select(p => JsonNode.Parse(p.Body)!).ToLookup(b => (string)b["event_name"]!);
        Assert.Equal(3, bodies["oa_send_text"].Count());
        Assert.Equal(2, bodies["user_received_message"].Count());
        Assert.Equal(2, Assert.Single(bodies["user_seen_message"])["message"]!["msg_ids"]!.AsArray().Count);
        Assert.All(bodies["user_seen_message"], b => Assert.Equal(Platforms.Zalo.Accounts[0].OaId, (string?)b["sender"]!["id"]));
        Assert.Single(bodies["oa_send_text"], b => b["sender"]!["admin_id"] is not null);
    }

    [Fact]
    public async Task Every_known_event_can_be_sent()
    {
        foreach (var name in ZaloPlatform.SampleNames) Assert.True((await Platforms.Zalo.EmitSampleAsync(name, "hoa", Ct)).IsAcknowledged, name);

        Assert.Equal(ZaloPlatform.SampleNames.Count, Service.All.Count);
        Assert.DoesNotContain(Service.All, p => p.Body.Contains('$', StringComparison.Ordinal));
        Assert.Contains(Service.All, p => p.Headers["X-ZEvent-Server"] == "ZNS");
    }

    private async Task<(DeliveryOutcome, int?)> OutcomeAsync()
    {
        var delivery = await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        return (delivery.Outcome, delivery.Status);
    }

    private static string TextOf(Received post) => (string)JsonNode.Parse(post.Body)!["message"]!["text"]!;
}
