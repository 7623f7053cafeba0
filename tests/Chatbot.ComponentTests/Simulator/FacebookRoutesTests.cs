using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator;
using Chatbot.Simulator.Facebook;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Every route of the Graph API that the manual lists answers for what it is; tokens and bodies come in all their shapes.</summary>
public sealed class FacebookRoutesTests : SimulatorTest
{
    protected override void Configure(SimulatorOptions options)
    {
        options.Facebook.Pages.Add(new FacebookPageSettings());
        options.Facebook.Pages.Add(new FacebookPageSettings { PageId = "102030405060888", AccessToken = "another-page-token" });
    }

    [Fact]
    public async Task Every_listed_route_is_known()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var (psid, app) = (Platforms.Facebook.Conversation("hoa").CitizenId, Platforms.Facebook.Settings);
        var (comment, _) = await Platforms.Facebook.CommentsAsync("hoa", "bao giờ?", Ct);
        string[] reads =
        [
            "me?fields=id,name,messaging_feature_status", psid, "me/messenger_profile?fields=greeting", "me/custom_user_settings?psid=" + psid, "me/personas",
            "me/message_templates", "message_template_library", "me/subscribed_apps", "me/thread_owner?recipient=" + psid, "me/conversations", "t_" + psid,
            $"t_{psid}/messages", "me/feed", "me/published_posts", "me/scheduled_posts", comment.PostId, comment.Id, comment.PostId + "/comments", comment.Id + "/comments",
        ];
        Platforms.Facebook.Settings.ConversationCallsPerSecond = 100;
        foreach (var path in reads) Assert.True((await GraphAsync(HttpMethod.Get, path)).Status == 200, path);
        var appToken = $"{app.AppId}|{app.AppSecret}";
        Assert.Equal(200, (await GraphAsync(HttpMethod.Get, "debug_token?input_token=" + app.Pages[0].AccessToken, token: appToken)).Status);
        Assert.Equal((400, 33), Code(await GraphAsync(HttpMethod.Get, "999"), "error_subcode"));
        Assert.Equal((400, 33), Code(await GraphAsync(HttpMethod.Get, "me/fly"), "error_subcode"));
    }

    [Fact]
    public async Task Tokens_come_by_query_form_or_header_and_die_in_four_ways()
    {
        var page = Platforms.Facebook.Pages[0];
        var token = Platforms.Facebook.Settings.Pages[0].AccessToken;
        using var form = new FormUrlEncodedContent([new("access_token", token), new("subscribed_fields", "messages")]);
        Assert.Equal(200, (int)(await Http.GetAsync(new Uri(Platforms.GraphBaseAddress, "v25.0/me?access_token=" + token))).StatusCode);
        Assert.Equal(200, (int)(await Http.PostAsync(new Uri(Platforms.GraphBaseAddress, "v25.0/me/subscribed_apps"), form)).StatusCode);
        Assert.Equal(400, (int)(await Http.GetAsync(new Uri(Platforms.GraphBaseAddress, "v25.0/me"))).StatusCode);
        foreach (var (state, subcode) in new[] { (PageTokenState.Expired, 463), (PageTokenState.Revoked, 460), (PageTokenState.AppRemoved, 458) })
        {
            page.TokenState = state;
            Assert.Equal((400, subcode), Code(await GraphAsync(HttpMethod.Get, "me"), "error_subcode"));
        }
    }

    [Fact]
    public async Task A_token_for_another_Page_is_refused_in_one_of_two_ways()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct, "102030405060888");
        Assert.Equal((400, 2018001), Code(await GraphAsync(HttpMethod.Post, "102030405060888/messages", new { }), "error_subcode"));
        Platforms.Facebook.Settings.WrongPageIsTokenError = true;
        Assert.Equal((400, 190), Code(await GraphAsync(HttpMethod.Post, "102030405060888/messages", new { }), "code"));
        Assert.Equal(200, (await GraphAsync(HttpMethod.Get, "102030405060888/conversations", token: "another-page-token")).Status);
    }

    [Fact]
    public async Task Bodies_are_JSON_or_a_form_with_JSON_in_it_or_multipart_with_a_file()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        var recipient = $$"""{"id":"{{Platforms.Facebook.Conversation("hoa").CitizenId}}"}""";
        using var form = new FormUrlEncodedContent([new("recipient", recipient), new("message", """{"text":"qua biểu mẫu"}""")]);
        Assert.True((await PostAsync(form))["message_id"] is not null);

        using var file = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var parts = new MultipartFormDataContent { { new StringContent(recipient), "recipient" }, { new StringContent("""{"attachment":{"type":"image","payload":{}}}"""), "message" }, { file, "filedata", "a.png" } };
        Assert.True((await PostAsync(parts))["message_id"] is not null);

        var sent = Platforms.Facebook.MessagesTo("hoa");
        Assert.Equal(["qua biểu mẫu", ""], sent.Select(m => m.Text));
        Assert.Equal([1, 2, 3], await Http.GetByteArrayAsync(new Uri(sent[1].MediaUrl)));
    }

    [Fact]
    public async Task Answers_name_the_version_that_answered_and_how_much_is_used()
    {
        Platforms.Facebook.Settings.CallsPerEngagedUser = 4;
        Platforms.Facebook.Settings.RefuseRemovedVersions = false;
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        using var old = await GetAsync("v19.0/me");
        using var current = await GetAsync("v25.0/me");

        Assert.Equal("v21.0", old.Headers.GetValues("facebook-api-version").Single());
        Assert.Equal("v25.0", current.Headers.GetValues("facebook-api-version").Single());
        Assert.Equal(50, (int)JsonNode.Parse(current.Headers.GetValues("X-App-Usage").Single())!["call_count"]!);
        for (var i = 0; i < 3; i++) (await GetAsync("v25.0/me")).Dispose();
        using var refused = await GetAsync("v25.0/me");
        var usage = JsonNode.Parse(refused.Headers.GetValues("X-Business-Use-Case-Usage").Single())![Platforms.Facebook.Pages[0].PageId]![0]!;
        Assert.Equal((100, 10), ((int)usage["call_count"]!, (int)usage["estimated_time_to_regain_access"]!));
        Assert.Equal(80006, (int)(await refused.Content.ReadFromJsonAsync<JsonNode>())!["error"]!["code"]!);

        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(5), Ct);
        using var again = await GetAsync("v25.0/me");
        Assert.Contains("\"estimated_time_to_regain_access\":10", again.Headers.GetValues("X-Business-Use-Case-Usage").Single(), StringComparison.Ordinal);   // asking made it longer
    }

    [Fact]
    public async Task The_apps_own_calls_have_their_own_limit_and_the_error_says_it_passes()
    {
        var settings = Platforms.Facebook.Settings;
        settings.AppCallsPerHour = 1;
        var token = $"{settings.AppId}|{settings.AppSecret}";
        await GraphAsync(HttpMethod.Get, "debug_token?input_token=x", token: token);
        var (status, body) = await GraphAsync(HttpMethod.Get, "debug_token?input_token=x", token: token);

        Assert.Equal((400, 4, true), (status, (int)body["error"]!["code"]!, (bool)body["error"]!["is_transient"]!));
        Assert.NotNull(body["error"]!["fbtrace_id"]);
    }

    [Fact]
    public async Task Errors_may_carry_words_for_the_user()
    {
        Platforms.Facebook.Settings.UserErrorTexts = true;
        var (_, body) = await GraphAsync(HttpMethod.Get, "999");

        Assert.NotNull(body["error"]!["error_user_title"]);
        Assert.NotNull(body["error"]!["error_user_msg"]);
    }

    [Fact]
    public async Task The_app_saves_its_callback_and_only_common_fields_are_sent()
    {
        var settings = Platforms.Facebook.Settings;
        var token = $"{settings.AppId}|{settings.AppSecret}";
        var wish = new { @object = "page", callback_url = Service.Address, verify_token = "w", fields = "messages,message_reads" };
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, settings.AppId + "/subscriptions", wish, token)).Status);
        await GraphAsync(HttpMethod.Post, "me/subscribed_apps?subscribed_fields=messages,message_reactions");

        Assert.True((await Platforms.Facebook.SaysAsync("hoa", "alo", Ct)).IsAcknowledged);
        Assert.False((await Platforms.Facebook.ReactsAsync("hoa", "m_1", "love", Ct)).IsAcknowledged);
        Service.QuotesChallenge = true;
        Assert.Equal((400, 2200), Code(await GraphAsync(HttpMethod.Post, settings.AppId + "/subscriptions", wish, token), "code"));
        settings.AllowPlainHttp = false;
        Service.QuotesChallenge = false;
        Assert.Contains("https", (await GraphAsync(HttpMethod.Post, settings.AppId + "/subscriptions", wish, token)).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_items_may_be_silent_or_lost_and_carry_the_proof_of_the_whole()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Platforms.Facebook.Settings.RequireAppSecretProof = true;
        var proof = FacebookSignature.AppSecretProof(Platforms.Facebook.Settings.AppSecret, Platforms.Facebook.Settings.Pages[0].AccessToken);
        var psid = Platforms.Facebook.Conversation("hoa").CitizenId;
        object Item(bool silent) => new { method = "POST", relative_url = "me/messages", body = $"recipient={{\"id\":\"{psid}\"}}&message={{\"text\":\"a\"}}", omit_response_on_success = silent };
        Platforms.Facebook.Faults.Next(Chatbot.Simulator.Faults.FaultKind.TimeoutAfterAccepting);
        var (_, answers) = await GraphAsync(HttpMethod.Post, "?appsecret_proof=" + proof, new { batch = new[] { Item(false), Item(true), Item(false) }, include_headers = false });

        Assert.Null(answers[0]);
        Assert.Null(answers[1]);
        Assert.Equal(200, (int)answers[2]!["code"]!);
        Assert.Null(answers[2]!["headers"]);
        Assert.NotNull(JsonNode.Parse((string)answers[2]!["body"]!)!["message_id"]);
        Assert.Equal(3, Platforms.Facebook.MessagesTo("hoa").Count);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "?appsecret_proof=" + proof, new { batch = Enumerable.Repeat(Item(false), 51) })).Status);
    }

    private static (int, int) Code((int Status, JsonNode Body) answer, string member) => (answer.Status, (int)answer.Body["error"]![member]!);

    private async Task<JsonNode> PostAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platforms.GraphBaseAddress, "v25.0/me/messages")) { Content = content };
        request.Headers.Authorization = new("Bearer", Platforms.Facebook.Settings.Pages[0].AccessToken);
        using var response = await Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Platforms.GraphBaseAddress, path));
        request.Headers.Authorization = new("Bearer", Platforms.Facebook.Settings.Pages[0].AccessToken);
        return await Http.SendAsync(request);
    }
}
