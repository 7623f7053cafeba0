using System.Text.Json.Nodes;
using Chatbot.ComponentTests.Service;
using Chatbot.Simulator;
using Chatbot.Simulator.Facebook;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Who owns a thread when the Page has a default application: taking, passing, releasing, asking, and the end of control.</summary>
public sealed class FacebookThreadsTests : SimulatorTest
{
    protected override void Configure(SimulatorOptions options)
    {
        options.Facebook.Pages.Add(new FacebookPageSettings { DefaultAppId = options.Facebook.AppId });
        options.Facebook.Pages.Add(new FacebookPageSettings { PageId = "102030405060888", AccessToken = "inbox-first", DefaultAppId = FacebookPlatform.InboxAppId });
        options.Facebook.Pages.Add(new FacebookPageSettings { PageId = "102030405060999", AccessToken = "no-routing" });
    }

    [Fact]
    public async Task Control_passes_comes_back_and_ends_when_nobody_writes_for_a_day()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Equal(200, (await ControlAsync("pass_thread_control", FacebookPlatform.InboxAppId)).Status);
        await Until.TrueAsync(async () => await OwnerAsync() is { } owner && owner["app_id"] is null);
        Assert.Equal(2018300, Subcode(await SendFacebookAsync("hoa", new { text = "a" })));
        Platforms.Facebook.Settings.NotOwnerIsParameterError = true;
        Assert.Equal(2534037, Subcode(await SendFacebookAsync("hoa", new { text = "a" })));
        Assert.Equal(400, (await ControlAsync("release_thread_control")).Status);

        await Platforms.AdvanceAsync(TimeSpan.FromHours(23), Ct);
        await Platforms.Facebook.SaysAsync("hoa", "vẫn hỏi", Ct);   // keeps the inbox's control alive
        await Platforms.AdvanceAsync(TimeSpan.FromHours(23), Ct);
        Assert.Equal(400, (await SendFacebookAsync("hoa", new { text = "a" })).Status);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(2), Ct);
        await Platforms.Facebook.SaysAsync("hoa", "hỏi lại", Ct);   // idle again: the default application hears
        Assert.Null(await OwnerAsync());
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);

        var lists = Service.All.Select(p => JsonNode.Parse(p.Body)!["entry"]![0]!).Select(e => e["standby"] is null ? "messaging" : "standby").ToList();
        Assert.Equal(("standby", "messaging"), (lists[^2], lists[^1]));
    }

    [Fact]
    public async Task The_service_takes_extends_and_releases()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        await Platforms.Facebook.InboxTakesThreadAsync("hoa", Ct);
        Assert.Equal(200, (await ControlAsync("take_thread_control")).Status);
        await Until.TrueAsync(async () => (string?)(await OwnerAsync())?["app_id"] == Platforms.Facebook.Settings.AppId);
        Assert.Equal(200, (await ControlAsync("extend_thread_control", duration: 6 * 24 * 3600)).Status);
        Assert.Equal(400, (await ControlAsync("extend_thread_control", duration: 8 * 24 * 3600)).Status);
        Assert.Equal(400, (await ControlAsync("extend_thread_control")).Status);
        await Platforms.AdvanceAsync(TimeSpan.FromDays(5), Ct);
        Assert.NotNull(await OwnerAsync());
        Assert.Equal(200, (await ControlAsync("release_thread_control")).Status);
        Assert.Null(await OwnerAsync());
        Assert.Equal(2018164, Subcode(await ControlAsync("pass_thread_control", "hop thu")));
    }

    [Fact]
    public async Task The_inbox_asks_and_only_the_owner_is_told()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.True((await Platforms.Facebook.InboxRequestsThreadAsync("hoa", Ct)).IsAcknowledged);
        Assert.Equal(FacebookPlatform.InboxAppId, (string?)JsonNode.Parse(Service.All.Last().Body)!["entry"]![0]!["messaging"]![0]!["request_thread_control"]!["requested_owner_app_id"]);
        await Platforms.Facebook.InboxTakesThreadAsync("hoa", Ct);
        Assert.False((await Platforms.Facebook.InboxRequestsThreadAsync("hoa", Ct)).IsAcknowledged);
        Assert.Equal(400, (await ControlAsync("request_thread_control")).Status);
        Platforms.Facebook.Settings.RequestOnlyWithoutRouting = false;
        Assert.Equal(200, (await ControlAsync("request_thread_control")).Status);
    }

    [Fact]
    public async Task When_the_inbox_comes_first_the_service_only_overhears()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct, "102030405060888");
        Assert.NotNull(JsonNode.Parse(Service.All.Single().Body)!["entry"]![0]!["standby"]);
        await Platforms.Facebook.PassesThreadToServiceAsync("hoa", Ct, "102030405060888");
        Assert.NotNull(JsonNode.Parse(Service.All.Last().Body)!["entry"]![0]!["messaging"]![0]!["pass_thread_control"]);
    }

    [Fact]
    public async Task Without_a_default_application_everybody_hears_and_nobody_takes()
    {
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct, "102030405060999");
        var recipient = new { id = Platforms.Facebook.Conversation("hoa", "102030405060999").CitizenId };
        Assert.Equal(2018171, Subcode(await GraphAsync(HttpMethod.Post, "me/take_thread_control", new { recipient }, "no-routing")));
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, "me/request_thread_control", new { recipient }, "no-routing")).Status);
        var features = (await GraphAsync(HttpMethod.Get, "me?fields=messaging_feature_status", token: "no-routing")).Body["messaging_feature_status"]!;
        Assert.False((bool)features["hop_v2"]!);
    }

    private Task<(int Status, JsonNode Body)> ControlAsync(string verb, string? target = null, int? duration = null) =>
        GraphAsync(HttpMethod.Post, "me/" + verb, new { recipient = new { id = Platforms.Facebook.Conversation("hoa").CitizenId }, target_app_id = target, duration });

    private async Task<JsonNode?> OwnerAsync() =>
        (await GraphAsync(HttpMethod.Get, "me/thread_owner?recipient=" + Platforms.Facebook.Conversation("hoa").CitizenId)).Body["data"]!.AsArray().FirstOrDefault()?["thread_owner"];

    private static int Subcode((int Status, JsonNode Body) answer) => (int?)answer.Body["error"]?["error_subcode"] ?? 0;
}
