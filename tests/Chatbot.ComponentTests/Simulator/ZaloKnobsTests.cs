using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Zalo;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Every way in which Zalo's webhooks were seen to differ is a setting, and each setting does what it says.</summary>
public sealed class ZaloKnobsTests : SimulatorTest
{
    protected override void Configure(SimulatorOptions options)
    {
        options.Zalo.Accounts.Add(new ZaloAccountSettings());
        options.Zalo.Accounts.Add(new ZaloAccountSettings { OaId = "4000000000000000025", AccessToken = "a2", RefreshToken = "r2" });
    }

    [Fact]
    public async Task The_two_secrets_differ_until_somebody_makes_them_one()
    {
        var settings = Platforms.Zalo.Settings;
        Assert.NotEqual(settings.AppSecret, settings.OaSecretKey);
        Platforms.Zalo.Console.ResetOaSecretKey(settings.AppSecret);
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);

        var post = Service.All.Single();
        Assert.Equal("mac=" + ZaloSignature.Compute(settings.AppId, post.Bytes, (string)Body(post)["timestamp"]!, settings.AppSecret), post.Headers["X-ZEvent-Signature"]);
    }

    [Fact]
    public async Task Escapes_timestamps_in_headers_and_strange_members_are_switches()
    {
        var settings = Platforms.Zalo.Settings;
        (settings.EscapeUnicode, settings.TimestampHeader, settings.UnknownMemberProbability, settings.UserIdByApp) = (true, true, 1, false);
        await Platforms.Zalo.SaysAsync("hoa", "thủ tục a/b", Ct);

        var post = Service.All.Single();
        Assert.Contains("th\\u1ee7 t\\u1ee5c a\\/b", post.Body, StringComparison.Ordinal);
        Assert.Equal((string?)Body(post)["timestamp"], post.Headers["X-ZEvent-Timestamp"]);
        Assert.Matches("^[0-9]{13}$", (string)Body(post)["timestamp"]!);
        Assert.NotNull(Body(post)["hop_context"]);
        Assert.Null(Body(post)["user_id_by_app"]);
        Assert.Null(Body(post)["oa_id"]);
    }

    [Fact]
    public async Task Members_come_in_any_order()
    {
        for (var i = 0; i < 6; i++) await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);

        Assert.True(Service.All.Select(p => string.Join(',', Body(p).AsObject().Select(m => m.Key))).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Events_of_kinds_nobody_knows_come_beside_the_known()
    {
        Platforms.Zalo.Settings.UnknownEventProbability = 1;
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);

        var names = (await Service.WaitForAsync(2)).Select(p => (string?)Body(p)["event_name"]).Order(StringComparer.Ordinal);
        Assert.Equal(["user_did_something_new", "user_send_text"], names);
    }

    [Fact]
    public async Task Events_and_texts_without_a_hash_can_be_switched_off_in_the_console()
    {
        Platforms.Zalo.Settings.DisabledEvents.Add("follow");
        Assert.Equal(DeliveryOutcome.NotSent, (await Platforms.Zalo.FollowsAsync("hoa", Ct)).Outcome);
        Platforms.Zalo.Settings.HashFilter = true;
        Assert.Equal(DeliveryOutcome.NotSent, (await Platforms.Zalo.SaysAsync("hoa", "alo", Ct)).Outcome);
        Assert.True((await Platforms.Zalo.SaysAsync("hoa", "#alo", Ct)).IsAcknowledged);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Retries_can_be_for_broken_connections_only_or_off(bool retries, bool connectionsOnly)
    {
        (Platforms.Zalo.Settings.RetryEnabled, Platforms.Zalo.Settings.RetryConnectionFailuresOnly) = (retries, connectionsOnly);
        Service.Status = 500;
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(3), Ct);

        Assert.Single(Service.All);
        Assert.False(Platforms.Zalo.Webhook.IsDisabled);
    }

    [Fact]
    public async Task Later_events_overtake_delayed_ones()
    {
        Platforms.Zalo.Settings.DelayProbability = 1;
        await Platforms.Zalo.SaysAsync("hoa", "một", Ct);
        Platforms.Zalo.Settings.DelayProbability = 0;
        await Platforms.Zalo.SaysAsync("hoa", "hai", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(5), Ct);

        Assert.Equal(["hai", "một"], Service.All.Select(p => (string?)Body(p)["message"]!["text"]));
    }

    [Fact]
    public async Task Echoes_may_have_another_id_and_people_without_a_phone_receive_nothing()
    {
        var settings = Platforms.Zalo.Settings;
        (settings.Echoes, settings.Receipts, settings.EchoIdDiffers) = (true, true, true);
        Platforms.Citizens["hoa"].OnMobile = false;
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var answer = await SendZaloAsync("hoa", new { text = "dạ" });
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);

        var echo = Assert.Single(Service.All.Skip(1));
        Assert.Equal("oa_send_text", (string?)Body(echo)["event_name"]);
        Assert.NotEqual((string?)answer["data"]!["message_id"], (string?)Body(echo)["message"]!["msg_id"]);
    }

    [Fact]
    public async Task Media_comes_with_and_without_text_in_twos_and_with_sizes_of_both_kinds()
    {
        await Platforms.Zalo.SendsImageAsync("hoa", "https://a.vn/1.jpg", "", Ct);
        await Platforms.Zalo.SendsImageAsync("hoa", "https://a.vn/1.jpg", "đơn đây", Ct);
        await Platforms.Zalo.EmitSampleAsync("user_send_image:two", "hoa", Ct);
        await Platforms.Zalo.SendsFileAsync("hoa", "don.docx", Ct);
        Platforms.Zalo.Settings.SizeAsNumber = true;
        await Platforms.Zalo.SendsFileAsync("hoa", "don.docx", Ct);

        var messages = Service.All.Select(p => Body(p)["message"]!).ToList();
        Assert.Equal([null, "đơn đây", null], messages.Take(3).Select(m => (string?)m["text"]));
        Assert.Equal([1, 1, 2], messages.Take(3).Select(m => m["attachments"]!.AsArray().Count));
        Assert.Equal(["\"48213\"", "48213"], messages.Skip(3).Select(m => m["attachments"]![0]!["payload"]!["size"]!.ToJsonString()));
    }

    [Fact]
    public async Task Followers_first_visits_shared_details_and_withdrawals_have_their_shapes()
    {
        await Platforms.Zalo.OpensChatAsync("hoa", Ct);
        Assert.Equal(DeliveryOutcome.NotSent, (await Platforms.Zalo.OpensChatAsync("hoa", Ct)).Outcome);
        await Platforms.Zalo.FollowsAsync("hoa", Ct);
        await Platforms.Zalo.UnfollowsAsync("hoa", Ct);
        await Platforms.Zalo.SubmitsInfoAsync("hoa", legacy: false, Ct);
        await Platforms.Zalo.SubmitsInfoAsync("hoa", legacy: true, Ct);
        await Platforms.Zalo.WithdrawsAsync("hoa", Ct);

        var (bodies, id) = (Service.All.Select(Body).ToList(), Platforms.Zalo.Conversation("hoa").CitizenId);
        Assert.Equal(["user_click_chatnow", "follow", "unfollow", "user_submit_info", "user_submit_info", "user_withdraw"], bodies.Select(b => (string?)b["event_name"]));
        Assert.Equal([id, id], bodies.Skip(1).Take(2).Select(b => (string?)b["follower"]!["id"]));
        Assert.NotNull(bodies[3]["info"]!["full_address"]);
        Assert.NotNull(bodies[4]["info"]!["district"]);
        Assert.Equal(id, (string?)bodies[5]["user_id"]);
    }

    [Fact]
    public async Task One_address_serves_all_OAs_and_a_citizen_has_another_id_at_each()
    {
        await Platforms.Zalo.SaysAsync("hoa", "một", Ct);
        await Platforms.Zalo.SaysAsync("hoa", "hai", Ct, "4000000000000000025");

        var bodies = Service.All.Select(Body).ToList();
        Assert.Equal(Platforms.Zalo.Accounts.Select(a => a.OaId), bodies.Select(b => (string?)b["recipient"]!["id"]));
        Assert.Equal(2, bodies.Select(b => (string?)b["sender"]!["id"]).Distinct().Count());
        Assert.Single(bodies.Select(b => (string?)b["user_id_by_app"]).Distinct());
        Assert.All(bodies, b => Assert.Matches("^[0-9]{19}$", (string)b["sender"]!["id"]!));
    }

    [Fact]
    public async Task The_console_wants_the_domain_verified_and_tests_every_kind()
    {
        Platforms.Zalo.Settings.DomainVerificationCode = "abc123";
        var address = new Uri(Service.Address, "/moi");
        Assert.NotEmpty(await Platforms.Zalo.Console.SaveWebhookAsync(new Uri("http://127.0.0.1:9/"), Ct));   // nothing there proves the domain
        Service.Pages["/"] = "<meta name=\"zalo-platform-site-verification\" content=\"abc123\">";
        Service.Pages["/zalo_verifierabc123.html"] = null;
        Assert.Empty(await Platforms.Zalo.Console.SaveWebhookAsync(address, Ct));
        Service.Pages["/"] = "<p>khác</p>";
        Assert.NotEmpty(await Platforms.Zalo.Console.SaveWebhookAsync(address, Ct));
        Service.Pages["/zalo_verifierabc123.html"] = "abc123";
        Assert.Empty(await Platforms.Zalo.Console.SaveWebhookAsync(address, Ct));

        foreach (var name in ZaloPlatform.SampleNames.Where(n => !n.StartsWith("zbs:", StringComparison.Ordinal)))
            Assert.True((await Platforms.Zalo.Console.SendTestAsync(name, Ct)).IsOk, name);
        Assert.All(Service.All.Select(Body).Where(b => b["message"]?["msg_id"] is not null), b => Assert.Equal(ZaloConsole.TestMessageId, (string?)b["message"]!["msg_id"]));
    }

    [Fact]
    public async Task The_consoles_levers_work_over_the_control_API()
    {
        await ControlAsync("zalo/console/reset-key", new { value = "khoa-moi" });
        Assert.Equal("khoa-moi", Platforms.Zalo.Settings.OaSecretKey);
        Assert.Equal(HttpStatusCode.OK, await ControlAsync("zalo/console/webhook", new { url = Service.Address }));
        Assert.Equal(HttpStatusCode.OK, await ControlAsync("zalo/console/test", new { @event = "user_send_text" }));
        Service.Status = 500;
        Assert.Equal(HttpStatusCode.BadRequest, await ControlAsync("zalo/console/webhook", new { url = Service.Address }));
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(3), Ct);
        Assert.True(Platforms.Zalo.Webhook.IsDisabled);
        await ControlAsync("zalo/console/enable", new { });
        Assert.False(Platforms.Zalo.Webhook.IsDisabled);
    }

    [Fact]
    public async Task Latency_is_real_and_answers_may_be_bare_or_not_JSON_at_all()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Platforms.Zalo.Faults.Next(FaultKind.Latency, delay: TimeSpan.FromMilliseconds(300));
        Platforms.Zalo.Faults.Next(FaultKind.HtmlBadGateway);
        Platforms.Zalo.Faults.Next(FaultKind.Unauthorized);
        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, (int)(await SendZaloAsync("hoa", new { text = "a" }))["error"]!);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(290));
        using var gateway = await RawAsync();
        using var bare = await RawAsync();

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (gateway.StatusCode, gateway.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (bare.StatusCode, await bare.Content.ReadAsStringAsync()));
        Assert.Single(Platforms.Zalo.MessagesTo("hoa"));
    }

    private async Task<HttpResponseMessage> RawAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platforms.ZaloApiBaseAddress, "v3.0/oa/message/cs")) { Content = JsonContent.Create(new { }) };
        return await Http.SendAsync(request);
    }

    private async Task<HttpStatusCode> ControlAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(Platforms.Address, "/control/" + path), body);
        return response.StatusCode;
    }

    private static JsonNode Body(Received post) => JsonNode.Parse(post.Body)!;
}
