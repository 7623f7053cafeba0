using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Chatbot.Simulator;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>The levers under <c>/control</c>, as scripts, other processes and the page pull them.</summary>
public sealed class ControlApiTests : SimulatorTest
{
    [Fact]
    public async Task A_person_writes_and_the_mailbox_shows_what_came_back()
    {
        var delivery = await CallAsync(HttpMethod.Post, "zalo/act", new { citizen = "hoa", act = "text", text = "alo" });
        await SendZaloAsync("hoa", new { text = "dạ" });

        Assert.Equal("Acknowledged", (string?)delivery["outcome"]);
        Assert.Equal("dạ", (string?)(await CallAsync(HttpMethod.Get, "zalo/mailbox/hoa"))[0]!["text"]);
        var talk = await CallAsync(HttpMethod.Get, "zalo/conversations/hoa");
        Assert.Equal(["Citizen", "Service"], talk["messages"]!.AsArray().Select(m => (string?)m!["from"]));
    }

    [Fact]
    public async Task Every_act_has_its_event()
    {
        string[] zalo = ["text", "image", "sticker", "voice", "file", "location", "follow", "unfollow", "withdraw", "react", "submit-info", "visitor", "official"];
        foreach (var act in zalo) await CallAsync(HttpMethod.Post, "zalo/act", new { citizen = "hoa", act, text = "x", messageId = "m" });
        string[] facebook = ["text", "image", "sticker", "voice", "file", "location", "open", "official", "ad", "command", "checkbox", "notify-me", "comment", "comment-photo", "post", "policy"];
        foreach (var act in facebook) await CallAsync(HttpMethod.Post, "facebook/act", new { citizen = "hoa", act, text = "x" });

        Assert.Equal(zalo.Length + facebook.Length, Service.All.Count);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Post, "zalo/act", """{"citizen":"hoa","act":"fly"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Post, "facebook/act", """{"citizen":"hoa","act":"text","account":"1"}"""));
    }

    [Fact]
    public async Task Settings_limits_citizens_and_targets_change_while_it_runs()
    {
        await CallAsync(HttpMethod.Put, "zalo/settings", new { echoes = true, seenAfter = "00:00:09", disabledEvents = new[] { "follow" } });
        await CallAsync(HttpMethod.Put, "facebook/settings", new { highVolumePerSecond = 7 });
        await CallAsync(HttpMethod.Put, "limits", new { enabled = false });
        await CallAsync(HttpMethod.Put, "citizens/hoa", new { standing = "Blocked", name = "Cô Hoa" });
        await CallAsync(HttpMethod.Put, "targets", new { zalo = "http://127.0.0.1:9/" });

        Assert.Equal((true, TimeSpan.FromSeconds(9)), (Platforms.Zalo.Settings.Echoes, Platforms.Zalo.Settings.SeenAfter));
        Assert.Contains("follow", Platforms.Zalo.Settings.DisabledEvents);
        Assert.Equal((7, false), (Platforms.Facebook.Settings.HighVolumePerSecond, Platforms.Options.LimitsEnabled));
        Assert.Equal(("Blocked", "Cô Hoa"), (Platforms.Citizens["hoa"].Standing.ToString(), Platforms.Citizens["hoa"].Name));
        Assert.Equal(9, Platforms.Zalo.Settings.WebhookUrl!.Port);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Put, "zalo/settings", """{"nothing":1}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Put, "zalo/settings", """{"echoes":"perhaps"}"""));
    }

    [Fact]
    public async Task Time_faults_and_held_events_are_levers_too()
    {
        var before = Platforms.Clock.GetUtcNow();
        await CallAsync(HttpMethod.Post, "clock/advance", new { seconds = 90 });
        Assert.Equal(TimeSpan.FromSeconds(90), Platforms.Clock.GetUtcNow() - before);

        await CallAsync(HttpMethod.Post, "zalo/faults", new { kind = "RateLimited" });
        await CallAsync(HttpMethod.Post, "zalo/act", new { citizen = "hoa", act = "text", text = "alo" });
        Assert.Equal(-32, (int)(await SendZaloAsync("hoa", new { text = "a" }))["error"]!);
        await CallAsync(HttpMethod.Post, "zalo/faults", new { kind = "RateLimited", probability = 1 });
        await CallAsync(HttpMethod.Delete, "zalo/faults");
        Assert.Equal(0, (int)(await SendZaloAsync("hoa", new { text = "a" }))["error"]!);

        await CallAsync(HttpMethod.Post, "zalo/hold", new { });
        Assert.Equal("Held", (string?)(await CallAsync(HttpMethod.Post, "zalo/act", new { citizen = "hoa", act = "text", text = "giữ" }))["outcome"]);
        var count = Service.All.Count;
        await CallAsync(HttpMethod.Post, "zalo/release", new { reversed = true });
        Assert.Equal(count + 1, Service.All.Count);
    }

    [Fact]
    public async Task The_journal_tells_of_calls_and_webhooks_but_no_tokens()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        await SendZaloAsync("hoa", new { text = "dạ" });
        await SendFacebookAsync("ai-do", new { text = "dạ" });

        var entries = (await CallAsync(HttpMethod.Get, "journal")).AsArray();
        Assert.Equal(["Webhook", "Call", "Call"], entries.Select(e => (string?)e!["kind"]));
        Assert.DoesNotContain(Platforms.Zalo.CurrentTokens().AccessToken, entries.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Platforms.Facebook.Settings.Pages[0].AccessToken, entries.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await CallAsync(HttpMethod.Get, "journal?after=" + entries[1]!["sequence"])).AsArray());
    }

    [Fact]
    public async Task A_scenario_plays_people_faults_and_time_in_order()
    {
        Service.OnReceived = async _ => await SendZaloAsync("hoa", new { text = "dạ" });
        object[] steps =
        [
            new { zalo = new { citizen = "hoa", act = "text", text = "alo" } },
            new { wait = new { platform = "Zalo", citizen = "hoa", messages = 1 } },
            new { fault = new { platform = "Zalo", kind = "ServerError", times = 2 } },
            new { advance = 60 },
        ];
        var done = await CallAsync(HttpMethod.Post, "scenario", steps);

        Assert.Equal(4, done.AsArray().Count);
        Assert.Equal(1, (int)done[1]!["received"]!);
        Assert.Equal(["ServerError × 2 (Send)"], Platforms.Zalo.Faults.Describe());
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Post, "scenario", "[{}]"));
    }

    [Fact]
    public async Task Only_JSON_changes_anything_so_that_no_foreign_page_can()
    {
        using var form = new FormUrlEncodedContent([new("citizen", "hoa"), new("act", "text")]);
        using var response = await Http.PostAsync(new Uri(Platforms.Address, "/control/zalo/act"), form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(Service.All);
    }

    [Fact]
    public async Task The_state_names_accounts_targets_and_notices()
    {
        var state = await CallAsync(HttpMethod.Get, "state");

        Assert.Equal(Platforms.Zalo.Accounts[0].OaId, (string?)state["zalo"]!["accounts"]![0]!["id"]);
        Assert.Equal(Service.Address, new Uri((string)state["facebook"]!["target"]!));
        Assert.True((bool)state["frozen"]!);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_persons_and_the_same_order_of_members()
    {
        await using var twin = await SimulatorApp.StartAsync(new SimulatorOptions { FrozenAt = Platforms.Clock.GetUtcNow() }, Ct);
        await using var other = await SimulatorApp.StartAsync(new SimulatorOptions { FrozenAt = Platforms.Clock.GetUtcNow(), Seed = 7 }, Ct);

        Assert.Equal(Platforms.Zalo.Conversation("hoa").CitizenId, twin.Zalo.Conversation("hoa").CitizenId);
        Assert.Equal(Platforms.Facebook.Conversation("hoa").CitizenId, twin.Facebook.Conversation("hoa").CitizenId);
        Assert.NotEqual(Platforms.Facebook.Conversation("hoa").CitizenId, other.Facebook.Conversation("hoa").CitizenId);
    }

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Platforms.Address, "/control/" + path));
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, new Uri(Platforms.Address, "/control/" + path)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}
