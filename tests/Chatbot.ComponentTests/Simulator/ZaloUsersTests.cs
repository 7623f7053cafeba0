using System.Text.Json.Nodes;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>What the OA may ask about itself, its people and their conversations.</summary>
public sealed class ZaloUsersTests : SimulatorTest
{
    [Fact]
    public async Task The_OA_is_a_governments_and_its_id_is_spelt_in_two_ways()
    {
        var documented = (await ZaloAsync(HttpMethod.Get, "v2.0/oa/getoa"))["data"]!;
        Platforms.Zalo.Settings.OaIdWithUnderscore = true;
        var seen = (await ZaloAsync(HttpMethod.Get, "v2.0/oa/getoa"))["data"]!;

        var id = Platforms.Zalo.Accounts[0].OaId;
        Assert.Equal((4, id, null), ((int)documented["oa_type"]!, (string?)documented["oaid"], (string?)documented["oa_id"]));
        Assert.Equal((id, null), ((string?)seen["oa_id"], (string?)seen["oaid"]));
    }

    [Fact]
    public async Task Pages_end_at_a_ceiling_and_the_total_does_not()
    {
        for (var i = 0; i < 60; i++) await Platforms.Zalo.FollowsAsync("nguoi-" + i, Ct);
        var page = await ListAsync("""{"offset":50,"count":50}""");
        Assert.Equal((60, 10), ((int)page["data"]!["total"]!, page["data"]!["users"]!.AsArray().Count));
        Assert.Equal(60, (int)(await ListAsync("""{"offset":9951,"count":50}"""))["data"]!["total"]!);
        Assert.Equal(-201, (int)(await ListAsync("""{"offset":9952,"count":50}"""))["error"]!);
        Assert.Equal(-201, (int)(await ListAsync("""{"offset":0,"count":51}"""))["error"]!);
    }

    [Fact]
    public async Task People_are_found_by_following_label_and_last_visit()
    {
        await Platforms.Zalo.SaysAsync("lan", "alo", Ct);
        await Platforms.AdvanceAsync(TimeSpan.FromDays(3), Ct);
        var token = LongLivedToken();
        await Platforms.Zalo.FollowsAsync("hoa", Ct);
        var (hoa, lan) = (Platforms.Zalo.Conversation("hoa").CitizenId, Platforms.Zalo.Conversation("lan").CitizenId);
        await ZaloAsync(HttpMethod.Post, "v2.0/oa/tag/tagfollower", new { user_id = lan, tag_name = "to-5" }, token: token);

        Assert.Equal(hoa, await OnlyAsync("\"is_follower\":\"true\"", token));
        Assert.Equal(lan, await OnlyAsync("\"is_follower\":\"false\"", token));
        Assert.Equal(lan, await OnlyAsync("\"tag_name\":\"to-5\"", token));
        Assert.Equal(hoa, await OnlyAsync("\"last_interaction_period\":\"TODAY\"", token));
        Assert.Equal(lan, await OnlyAsync("\"last_interaction_period\":\"2026_11_20:2026_11_22\"", token));
        Assert.Equal(["to-5"], (await ZaloAsync(HttpMethod.Get, "v2.0/oa/tag/gettagsofoa", token: token))["data"]!.AsArray().Select(t => (string?)t));
        await ZaloAsync(HttpMethod.Post, "v2.0/oa/tag/rmtag", new { tag_name = "to-5" }, token: token);
        var names = (await Service.WaitForAsync(4)).Select(p => (string?)JsonNode.Parse(p.Body)!["event_name"]).ToList();
        Assert.Equal(["add_user_to_tag", "remove_tag"], names.Skip(2));
    }

    [Fact]
    public async Task Details_are_bare_until_something_is_shared_and_the_number_has_two_types()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var id = Platforms.Zalo.Conversation("hoa").CitizenId;
        Assert.Empty((await DetailAsync(id))["shared_info"]!.AsObject());
        await Platforms.Zalo.SubmitsInfoAsync("hoa", legacy: false, Ct);
        Assert.Equal(84900000000, (long)(await DetailAsync(id))["shared_info"]!["phone"]!);
        Platforms.Zalo.Settings.PhoneAsText = true;
        Assert.Equal("84900000000", (string?)(await DetailAsync(id))["shared_info"]!["phone"]);
        await ZaloAsync(HttpMethod.Post, "v3.0/oa/user/update", new { user_id = id, user_alias = "Cô Hoa tổ 5" });
        var detail = await DetailAsync(id);
        Assert.Equal(("Cô Hoa tổ 5", "21/11/2026"), ((string?)detail["user_alias"], (string?)detail["user_last_interaction_date"]));
    }

    [Fact]
    public async Task Conversations_come_newest_first_ten_at_most_with_their_direction()
    {
        for (var i = 0; i < 12; i++) await Platforms.Zalo.SaysAsync("hoa", "câu " + i, Ct);
        await SendZaloAsync("hoa", new { text = "dạ" });
        await Platforms.Zalo.SaysAsync("lan", "alo", Ct);
        var id = Platforms.Zalo.Conversation("hoa").CitizenId;
        var lines = (await ZaloAsync(HttpMethod.Get, $"v2.0/oa/conversation?data={{\"user_id\":\"{id}\",\"offset\":0,\"count\":10}}"))["data"]!.AsArray();

        Assert.Equal((10, "dạ", 0), (lines.Count, (string?)lines[0]!["message"], (int)lines[0]!["src"]!));
        Assert.Equal(("câu 11", 1, id), ((string?)lines[1]!["message"], (int)lines[1]!["src"]!, (string?)lines[1]!["from_id"]));
        Assert.Equal(-201, (int)(await ZaloAsync(HttpMethod.Get, $"v2.0/oa/conversation?data={{\"user_id\":\"{id}\",\"count\":11}}"))["error"]!);
        var recent = (await ZaloAsync(HttpMethod.Get, "v2.0/oa/listrecentchat?data={\"offset\":0,\"count\":10}"))["data"]!.AsArray();
        Assert.Equal(2, recent.Count);
    }

    [Fact]
    public async Task The_quota_tells_when_a_citizen_was_last_there()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var quota = (await ZaloAsync(HttpMethod.Post, "v3.0/oa/quota/message", new { user_id = Platforms.Zalo.Conversation("hoa").CitizenId }))["data"]!;
        Assert.Equal(Platforms.Clock.UnixMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)quota["last_interaction"]);
        Assert.Null(quota["cs_reply"]);
    }

    private string LongLivedToken()
    {
        Platforms.Zalo.Settings.AccessTokenLifetime = TimeSpan.FromDays(30);
        return Platforms.Zalo.CurrentTokens().AccessToken;
    }

    private Task<JsonNode> ListAsync(string data, string? token = null) => ZaloAsync(HttpMethod.Get, "v3.0/oa/user/getlist?data=" + Uri.EscapeDataString(data), token: token);

    private async Task<string?> OnlyAsync(string filter, string token) =>
        (string?)Assert.Single((await ListAsync($$"""{"offset":0,"count":50,{{filter}}}""", token))["data"]!["users"]!.AsArray())!["user_id"];

    private async Task<JsonNode> DetailAsync(string id) => (await ZaloAsync(HttpMethod.Get, $"v3.0/oa/user/detail?data={{\"user_id\":\"{id}\"}}"))["data"]!;
}
