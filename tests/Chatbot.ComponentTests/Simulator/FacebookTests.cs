using System.Text.Json.Nodes;
using Chatbot.Simulator;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.ComponentTests.Simulator;

public sealed class FacebookTests : SimulatorTest
{
    [Fact]
    public async Task A_text_comes_as_signed_escaped_ascii()
    {
        await Platforms.Facebook.SaysAsync("hoa", "thủ tục 🙏 a/b", Ct);

        var post = Assert.Single(Service.All);
        Assert.All(post.Bytes, b => Assert.InRange(b, 0x20, 0x7e));
        Assert.Contains("th\\u1ee7 t\\u1ee5c \\ud83d\\ude4f a\\/b", post.Body, StringComparison.Ordinal);
        Assert.Equal(FacebookSignature.Sha256(Platforms.Facebook.Settings.AppSecret, post.Bytes), post.Headers["X-Hub-Signature-256"]);
        Assert.Equal("thủ tục 🙏 a/b", (string?)Event(post)["message"]!["text"]);
    }

    [Theory]
    [InlineData(SignatureFlaw.WrongSecret)]
    [InlineData(SignatureFlaw.TamperedBody)]
    [InlineData(SignatureFlaw.UpperCaseHex)]
    [InlineData(SignatureFlaw.MissingHeader)]
    [InlineData(SignatureFlaw.Sha1Only)]
    public async Task A_flawed_signature_does_not_fit(SignatureFlaw flaw)
    {
        Platforms.Facebook.Settings.SignatureFlaw = flaw;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);

        var post = Assert.Single(Service.All);
        Assert.NotEqual(FacebookSignature.Sha256(Platforms.Facebook.Settings.AppSecret, post.Bytes), post.Headers.GetValueOrDefault("X-Hub-Signature-256"));
    }

    [Fact]
    public async Task An_hour_of_failures_unsubscribes_the_page_until_the_service_subscribes_again()
    {
        Service.Status = 503;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(14), Ct);
        Assert.Empty(Platforms.Journal.Notices);
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(2), Ct);
        Assert.Single(Platforms.Journal.Notices);
        Assert.True(Platforms.Facebook.Pages[0].IsSubscribed);
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(45), Ct);
        Assert.False(Platforms.Facebook.Pages[0].IsSubscribed);

        Service.Status = 200;
        Assert.Equal(DeliveryOutcome.NotSent, (await Platforms.Facebook.SaysAsync("hoa", "mất", Ct)).Outcome);
        Assert.Empty((await GraphAsync(HttpMethod.Get, "me/subscribed_apps")).Body["data"]!.AsArray());
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, "me/subscribed_apps?subscribed_fields=messages,messaging_postbacks")).Status);
        Assert.True((await Platforms.Facebook.SaysAsync("hoa", "lại có", Ct)).IsAcknowledged);
        Assert.Equal(DeliveryOutcome.NotSent, (await Platforms.Facebook.ReactsAsync("hoa", "m_x", "love", Ct)).Outcome);
    }

    [Fact]
    public async Task One_success_ends_the_count_to_the_hour()
    {
        Service.Status = 503;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(5), Ct);
        Service.Status = 200;
        await Platforms.AdvanceAsync(TimeSpan.FromHours(2), Ct);

        Assert.True(Platforms.Facebook.Pages[0].IsSubscribed);
        Assert.Empty(Platforms.Journal.Notices);
    }

    [Fact]
    public async Task The_handshake_wants_its_challenge_bare()
    {
        Service.QuotesChallenge = true;
        Assert.NotEmpty(await Platforms.Facebook.Console.SaveWebhookAsync(Service.Address, "any", Ct));
        Service.QuotesChallenge = false;
        Assert.Empty(await Platforms.Facebook.Console.SaveWebhookAsync(Service.Address, "any", Ct));
    }

    [Fact]
    public async Task Replies_are_delivered_echoed_and_kept_apart_by_metadata()
    {
        Platforms.Facebook.Settings.Echoes = true;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var (status, answer) = await SendFacebookAsync("hoa", new { text = "dạ", metadata = "corr-7" });

        var echo = Event((await Service.WaitForAsync(2))[1])["message"]!;
        Assert.Equal(200, status);
        Assert.Equal((string?)answer["message_id"], (string?)echo["mid"]);
        Assert.Equal(("corr-7", long.Parse(Platforms.Facebook.Settings.AppId, System.Globalization.CultureInfo.InvariantCulture)), ((string?)echo["metadata"], (long)echo["app_id"]!));
        Assert.Equal("dạ", Assert.Single(Platforms.Facebook.MessagesTo("hoa")).Text);
    }

    [Fact]
    public async Task Outside_the_window_the_answer_is_the_captured_one()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(25), Ct);

        var (status, body) = await SendFacebookAsync("hoa", new { text = "a" });
        Assert.Equal((400, 10, 2018278), (status, (int)body["error"]!["code"]!, (int)body["error"]!["error_subcode"]!));
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "cán bộ đây" }, "MESSAGE_TAG", "HUMAN_AGENT")).Status);
    }

    [Fact]
    public async Task Tokens_versions_and_proofs_are_checked()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(190, (int)(await GraphAsync(HttpMethod.Get, "me", token: "wrong")).Body["error"]!["code"]!);
        Assert.Equal(2018001, (int)(await GraphAsync(HttpMethod.Post, "999/messages", new { })).Body["error"]!["error_subcode"]!);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Get, "../v19.0/me")).Status);
        Platforms.Facebook.Settings.RequireAppSecretProof = true;
        Assert.Equal(400, (await GraphAsync(HttpMethod.Get, "me")).Status);
        var proof = FacebookSignature.AppSecretProof(Platforms.Facebook.Settings.AppSecret, Platforms.Facebook.Settings.Pages[0].AccessToken);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Get, "me?appsecret_proof=" + proof)).Status);
        Platforms.Facebook.Pages[0].TokenState = PageTokenState.Expired;
        Assert.Equal(463, (int)(await GraphAsync(HttpMethod.Get, "me?appsecret_proof=" + proof)).Body["error"]!["error_subcode"]!);
    }

    [Fact]
    public async Task Too_many_messages_are_refused_until_the_rate_drops()
    {
        Platforms.Facebook.Settings.PerThreadInTenSeconds = 2;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var codes = new List<int>();
        for (var i = 0; i < 3; i++) codes.Add((await SendFacebookAsync("hoa", new { text = "a" })).Status);
        Assert.Equal([200, 200, 400], codes);
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);
    }

    [Fact]
    public async Task Errors_may_lie_about_what_was_delivered()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Platforms.Facebook.Faults.Next(FaultKind.ErrorThoughDelivered);
        Platforms.Facebook.Faults.Next(FaultKind.ErrorInsideOk);

        Assert.Equal(1357046, (int)(await SendFacebookAsync("hoa", new { text = "a" })).Body["error"]!["error_subcode"]!);
        var (status, body) = await SendFacebookAsync("hoa", new { text = "b" });
        Assert.Equal((200, 2), (status, (int)body["error"]!["code"]!));
        Assert.Equal("a", Assert.Single(Platforms.Facebook.MessagesTo("hoa")).Text);
    }

    [Fact]
    public async Task Quick_replies_are_messages_and_buttons_are_postbacks()
    {
        await Platforms.Facebook.StartsAsync("hoa", "qr", Ct);
        await Platforms.Facebook.TapsQuickReplyAsync("hoa", new ChatButton("Lệ phí", ChatAction.Reply, "PHI"), Ct);
        await Platforms.Facebook.TapsAsync("hoa", new ChatButton("Giấy tờ", ChatAction.Reply, "GIAY"), Ct);

        var events = Service.All.Select(Event).ToList();
        Assert.Equal(("GET_STARTED", "qr"), ((string?)events[0]["postback"]!["payload"], (string?)events[0]["postback"]!["referral"]!["ref"]));
        Assert.Equal(("Lệ phí", "PHI"), ((string?)events[1]["message"]!["text"], (string?)events[1]["message"]!["quick_reply"]!["payload"]));
        Assert.Equal("GIAY", (string?)events[2]["postback"]!["payload"]);
    }

    [Fact]
    public async Task Batches_answer_item_by_item_and_several_people_may_come_in_one_post()
    {
        await Platforms.Facebook.SayTogetherAsync([("hoa", "một", null), ("lan", "hai", null)], inOneEntry: false, Ct);
        Assert.Equal(2, JsonNode.Parse(Assert.Single(Service.All).Body)!["entry"]!.AsArray().Count);

        var psid = Platforms.Facebook.Conversation("hoa").CitizenId;
        var item = new { method = "POST", relative_url = "me/messages", body = $"recipient={{\"id\":\"{psid}\"}}&message={{\"text\":\"a\"}}" };
        var bad = new { method = "POST", relative_url = "me/messages", body = "recipient={\"id\":\"1\"}&message={\"text\":\"a\"}" };
        var (_, answers) = await GraphAsync(HttpMethod.Post, "", new { batch = new[] { item, bad } });
        Assert.Equal([200, 400], answers.AsArray().Select(a => (int)a!["code"]!));
    }

    [Fact]
    public async Task Every_known_event_can_be_sent()
    {
        foreach (var name in FacebookPlatform.SampleNames) Assert.True((await Platforms.Facebook.EmitSampleAsync(name, "hoa", Ct)).IsAcknowledged, name);

        Assert.DoesNotContain(Service.All, p => p.Body.Contains('$', StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_needs_the_button_that_starts()
    {
        object[] menu = [new { locale = "default", call_to_actions = new[] { new { type = "postback", title = "Gặp cán bộ", payload = "P" } } }];
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/messenger_profile", new { persistent_menu = menu })).Status);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, "me/messenger_profile", new { get_started = new { payload = "S" }, persistent_menu = menu })).Status);
        var (_, profile) = await GraphAsync(HttpMethod.Get, "me/messenger_profile?fields=get_started,greeting");
        Assert.Equal("S", (string?)profile["data"]![0]!["get_started"]!["payload"]);
    }

    private static JsonNode Event(Received post) => JsonNode.Parse(post.Body)!["entry"]![0]!["messaging"]![0]!;
}

public sealed class FacebookRoutingTests : SimulatorTest
{
    protected override void Configure(SimulatorOptions options) =>
        options.Facebook.Pages.Add(new FacebookPageSettings { DefaultAppId = options.Facebook.AppId });

    [Fact]
    public async Task When_an_official_takes_the_thread_the_service_only_listens()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.Facebook.OfficialWritesAsync("hoa", "cháu trực đây", Ct);
        await Platforms.Facebook.TapsAsync("hoa", new ChatButton("Giấy tờ", ChatAction.Reply, "GIAY"), Ct);
        Assert.Equal(2018300, (int)(await SendFacebookAsync("hoa", new { text = "a" })).Body["error"]!["error_subcode"]!);
        await Platforms.Facebook.PassesThreadToServiceAsync("hoa", Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);

        var entries = Service.All.Select(p => JsonNode.Parse(p.Body)!["entry"]![0]!).ToList();
        Assert.NotNull(entries[1]["messaging"]![0]!["take_thread_control"]);
        Assert.Equal(FacebookPlatform.InboxAppId, entries[2]["standby"]![0]!["message"]!["app_id"]!.ToString());
        Assert.Null(entries[3]["standby"]![0]!["postback"]!["payload"]);
        Assert.NotNull(entries[4]["messaging"]![0]!["pass_thread_control"]);
    }
}
