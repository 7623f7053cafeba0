using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;

namespace Chatbot.ComponentTests.Simulator;

public sealed class ZaloApiTests : SimulatorTest
{
    [Fact]
    public async Task A_reply_lands_in_the_mailbox_with_its_buttons()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var answer = await SendZaloAsync("hoa", new
        {
            text = "Bác cần gì ạ?",
            attachment = new { type = "template", payload = new { buttons = new[] { new { title = "Lệ phí", type = "oa.query.show", payload = "phi" } } } },
        });

        var message = Assert.Single(await Platforms.Zalo.WaitForMessagesAsync("hoa", 1, TimeSpan.FromSeconds(5), Ct));
        Assert.Equal((string?)answer["data"]!["message_id"], message.Id);
        Assert.Equal(("Bác cần gì ạ?", "Lệ phí", "reply"), (message.Text, message.Buttons[0].Title, message.Class));
    }

    [Fact]
    public async Task The_window_follows_the_platforms_clock()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(49), Ct);
        Assert.Equal("sub_quota", (string?)(await SendZaloAsync("hoa", new { text = "chào" }, await RefreshAsync()))["data"]!["quota"]!["quota_type"]);
        await Platforms.AdvanceAsync(TimeSpan.FromDays(6), Ct);
        Assert.Equal(-230, (int)(await SendZaloAsync("hoa", new { text = "chào" }, await RefreshAsync()))["error"]!);
    }

    [Fact]
    public async Task Tokens_come_from_their_header_expire_and_are_refreshed_once()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(-216, (int)(await SendZaloAsync("hoa", new { text = "a" }, "wrong"))["error"]!);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(26), Ct);
        Assert.Equal(-220, (int)(await SendZaloAsync("hoa", new { text = "a" }))["error"]!);

        var refreshToken = Platforms.Zalo.CurrentTokens().RefreshToken;
        var answer = await TokenAsync(refreshToken);
        Assert.Equal("90000", (string?)answer["expires_in"]);
        Assert.Equal(0, (int)(await SendZaloAsync("hoa", new { text = "a" }, (string?)answer["access_token"]))["error"]!);
        Assert.Equal(-14020, (int)(await TokenAsync(refreshToken))["error"]!);
    }

    [Fact]
    public async Task The_app_secret_belongs_in_the_header()
    {
        var answer = await TokenAsync(Platforms.Zalo.CurrentTokens().RefreshToken, secretInForm: true);

        Assert.Null(answer["access_token"]);
    }

    [Fact]
    public async Task A_lost_answer_to_a_refresh_leaves_nothing_but_a_new_consent()
    {
        var refreshToken = Platforms.Zalo.CurrentTokens().RefreshToken;
        Platforms.Zalo.Faults.Next(FaultKind.LostRefreshResponse);

        await Assert.ThrowsAsync<HttpRequestException>(() => TokenAsync(refreshToken));
        Assert.Equal(-14020, (int)(await TokenAsync(refreshToken))["error"]!);
    }

    [Fact]
    public async Task A_connection_lost_after_accepting_has_delivered_the_message()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        Platforms.Zalo.Faults.Next(FaultKind.ResetAfterAccepting);

        await Assert.ThrowsAsync<HttpRequestException>(() => SendZaloAsync("hoa", new { text = "một lần thôi" }));
        await SendZaloAsync("hoa", new { text = "một lần thôi" });
        Assert.Equal(2, Platforms.Zalo.MessagesTo("hoa").Count);
    }

    [Fact]
    public async Task Old_endpoints_say_so_and_broadcasts_wait_for_the_day()
    {
        await Platforms.Zalo.FollowsAsync("hoa", Ct);
        Assert.Equal(-240, await PostAsync("v2.0/oa/message", new { recipient = new { user_id = "1" }, message = new { text = "a" } }));
        Assert.Equal(-240, await PostAsync("v3.0/oa/message/promotion", new { recipient = new { user_id = "1" } }));
        var broadcast = new
        {
            recipient = new { target = new { gender = "0" } },
            message = new { attachment = new { type = "template", payload = new { template_type = "media", elements = new[] { new { media_type = "article", attachment_id = "unknown" } } } } },
        };
        Assert.Equal(-201, await PostAsync("v2.0/oa/message", broadcast));
        await Platforms.AdvanceAsync(TimeSpan.FromHours(12), Ct);   // 22:00 in Vietnam
        Assert.Equal(-234, await PostAsync("v2.0/oa/message", broadcast));
    }

    [Fact]
    public async Task Above_the_limit_of_calls_the_answer_is_minus_32()
    {
        Platforms.Zalo.Settings.CallsPerMinute = 2;
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var errors = new List<int>();
        for (var i = 0; i < 3; i++) errors.Add((int)(await SendZaloAsync("hoa", new { text = "a" }))["error"]!);
        Assert.Equal([0, 0, -32], errors);
        Platforms.Options.LimitsEnabled = false;
        Assert.Equal(0, (int)(await SendZaloAsync("hoa", new { text = "a" }))["error"]!);
    }

    private async Task<string?> RefreshAsync() => (string?)(await TokenAsync(Platforms.Zalo.CurrentTokens().RefreshToken))["access_token"];

    private async Task<JsonNode> TokenAsync(string refreshToken, bool secretInForm = false)
    {
        var form = new Dictionary<string, string> { ["app_id"] = Platforms.Zalo.Settings.AppId, ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        if (secretInForm) form["secret_key"] = Platforms.Zalo.Settings.AppSecret;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platforms.ZaloOAuthBaseAddress, "v4/oa/access_token")) { Content = new FormUrlEncodedContent(form) };
        if (!secretInForm) request.Headers.Add("secret_key", Platforms.Zalo.Settings.AppSecret);
        using var response = await Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<int> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platforms.ZaloApiBaseAddress, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("access_token", Platforms.Zalo.CurrentTokens().AccessToken);
        using var response = await Http.SendAsync(request);
        return (int)(await response.Content.ReadFromJsonAsync<JsonNode>())!["error"]!;
    }
}
