using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>The OA API's rules outside the window, and what the manual leaves open as a setting.</summary>
public sealed class ZaloApiRulesTests : SimulatorTest
{
    [Fact]
    public async Task The_token_is_read_from_its_own_header_only_and_a_proof_when_it_must_be()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Platforms.ZaloApiBaseAddress, "v2.0/oa/getoa"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Platforms.Zalo.CurrentTokens().AccessToken);
        using var response = await Http.SendAsync(request);
        Assert.Contains("-216", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Platforms.Zalo.Settings.RequireAppSecretProof = true;
        Assert.Equal(-242, Error(await ZaloAsync(HttpMethod.Get, "v2.0/oa/getoa")));
    }

    [Fact]
    public async Task Reading_calls_take_one_parameter_with_JSON_and_articles_plain_ones()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var id = Platforms.Zalo.Conversation("hoa").CitizenId;
        string[] good = ["v3.0/oa/user/getlist?data={\"offset\":0,\"count\":5}", $"v3.0/oa/user/detail?data={{\"user_id\":\"{id}\"}}",
            $"v2.0/oa/conversation?data={{\"user_id\":\"{id}\",\"offset\":0,\"count\":5}}", "v2.0/oa/listrecentchat?data={\"offset\":0,\"count\":5}", "v2.0/article/getslice?offset=0&limit=5"];
        string[] bad = ["v3.0/oa/user/getlist?offset=0&count=5", "v3.0/oa/user/detail?user_id=" + id, "v2.0/oa/conversation?user_id=" + id,
            "v2.0/oa/listrecentchat?offset=0&count=5", "v2.0/article/getslice?data={\"offset\":0,\"limit\":5}"];

        foreach (var path in good) Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Get, path)));
        foreach (var path in bad) Assert.Equal(-201, Error(await ZaloAsync(HttpMethod.Get, path)));
    }

    [Fact]
    public async Task Persons_who_cannot_be_reached_have_their_codes_and_unknown_ones_a_setting()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        foreach (var (standing, code) in new[] { (Standing.Blocked, -217), (Standing.Restricted, -244), (Standing.Gone, -227) })
        {
            Platforms.Citizens["hoa"].Standing = standing;
            Assert.Equal(code, Error(await SendZaloAsync("hoa", new { text = "a" })));
        }

        var stranger = new { recipient = new { user_id = "1" }, message = new { text = "a" } };
        Assert.Equal(-201, Error(await ZaloAsync(HttpMethod.Post, "v3.0/oa/message/cs", stranger)));
        Platforms.Zalo.Settings.UnknownUserError = -213;
        Assert.Equal(-213, Error(await ZaloAsync(HttpMethod.Post, "v3.0/oa/message/cs", stranger)));
        Assert.Equal(-403, Error(await ZaloAsync(HttpMethod.Post, "v3.0/oa/group/message", new { recipient = new { group_id = "g" }, message = new { text = "a" } })));
    }

    [Fact]
    public async Task Who_opened_the_chat_is_greeted_once_at_no_cost()
    {
        await Platforms.Zalo.OpensChatAsync("hoa", Ct);
        Assert.Equal("welcome_msg", (string?)(await SendZaloAsync("hoa", new { text = "chào" }))["data"]!["quota"]!["quota_type"]);
        Assert.Equal(-232, Error(await SendZaloAsync("hoa", new { text = "chào" })));
    }

    [Fact]
    public async Task The_old_endpoint_serves_visitors_and_reactions()
    {
        await Platforms.Zalo.VisitorSaysAsync("khach", "alo", Ct);
        var heard = JsonNode.Parse(Service.All.Single().Body)!;
        var (visitor, conversation) = ((string?)heard["sender"]!["id"], (string?)heard["message"]!["conversation_id"]);
        Assert.Equal("anonymous_send_text", (string?)heard["event_name"]);
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Post, "v2.0/oa/message", new { recipient = new { anonymous_id = visitor, conversation_id = conversation }, message = new { text = "dạ" } })));
        Assert.Equal(-201, Error(await ZaloAsync(HttpMethod.Post, "v2.0/oa/message", new { recipient = new { anonymous_id = visitor, conversation_id = "x" }, message = new { text = "dạ" } })));

        var said = await Platforms.Zalo.SaysAsync("hoa", "cảm ơn", Ct);
        object React(string icon) => new { recipient = new { user_id = Platforms.Zalo.Conversation("hoa").CitizenId }, sender_action = new { react_message_id = said.MessageId, react_icon = icon } };
        await ZaloAsync(HttpMethod.Post, "v2.0/oa/message", React("/-heart"));
        Assert.Equal("/-heart", Platforms.Zalo.Conversation("hoa").Messages[0].Reaction);
        await ZaloAsync(HttpMethod.Post, "v2.0/oa/message", React("/-remove"));
        Assert.Equal("", Platforms.Zalo.Conversation("hoa").Messages[0].Reaction);
        Assert.Equal(1, Platforms.Sends.Totals.Accepted);   // a reaction is no message
    }

    [Fact]
    public async Task Closed_classes_answer_with_a_code_of_choice_or_open_again()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var message = new { recipient = new { user_id = Platforms.Zalo.Conversation("hoa").CitizenId }, message = new { attachment = new { type = "template" } } };
        Platforms.Zalo.Settings.ClosedClassError = -233;
        Assert.Equal(-233, Error(await ZaloAsync(HttpMethod.Post, "v3.0/oa/message/transaction", message)));
        Platforms.Zalo.Settings.ClosedClassesReopened = true;
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Post, "v3.0/oa/message/transaction", message)));
    }

    [Fact]
    public async Task Headers_tell_of_the_apps_limit_and_a_hidden_one_is_each_OAs_own()
    {
        Platforms.Zalo.Settings.CallsPerMinutePerAccount = 2;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Platforms.ZaloApiBaseAddress, "v2.0/oa/getoa"));
        request.Headers.Add("access_token", Platforms.Zalo.CurrentTokens().AccessToken);
        using var response = await Http.SendAsync(request);
        Assert.Equal(("4000", "3999"), (response.Headers.GetValues("X-RateLimit-Limit").Single(), response.Headers.GetValues("X-RateLimit-Remain").Single()));
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Get, "v2.0/oa/getoa")));
        Assert.Equal(-32, Error(await ZaloAsync(HttpMethod.Get, "v2.0/oa/getoa")));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(0, Error(await ZaloAsync(HttpMethod.Get, "v2.0/oa/getoa")));
    }

    private static int Error(JsonNode answer) => (int)answer["error"]!;
}
