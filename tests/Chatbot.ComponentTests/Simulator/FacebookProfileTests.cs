using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Facebook;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>The Messenger profile, what of it a person sees, the Conversations API, and the deletion of a person's data.</summary>
public sealed class FacebookProfileTests : SimulatorTest
{
    private static readonly object[] Menu = [new { locale = "default", call_to_actions = new[] { new { type = "postback", title = "Gặp cán bộ", payload = "P" } } }];

    [Fact]
    public async Task Questions_hide_the_start_button_a_menu_of_ones_own_the_Pages_and_commands_every_menu()
    {
        Platforms.Facebook.Settings.ProfileCallsInTenMinutes = 100;
        await WriteAsync(new { get_started = new { payload = "S" }, persistent_menu = Menu, greeting = new[] { new { locale = "default", text = "Chào bạn" }, new { locale = "vi_VN", text = "Kính chào" } } });
        Assert.Equal(("Kính chào", "S", "Gặp cán bộ"), (Shown().Greeting, Shown().StartPayload, Shown().Menu[0].Title));
        await WriteAsync(new { ice_breakers = new[] { new { locale = "default", call_to_actions = new[] { new { question = "Giờ làm việc?", payload = "G" } } } } });
        Assert.Equal(("", "Giờ làm việc?"), (Shown().StartPayload, Shown().IceBreakers[0].Title));

        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
        Assert.Empty(Shown().IceBreakers);   // an old thread offers neither
        var psid = Platforms.Facebook.Conversation("hoa").CitizenId;
        object[] own = [new { locale = "default", call_to_actions = new[] { new { type = "web_url", title = "Hồ sơ của tôi", url = "https://xa.example.vn" } } }];
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, "me/custom_user_settings", new { psid, persistent_menu = own })).Status);
        Assert.Equal("Hồ sơ của tôi", Shown().Menu[0].Title);
        Assert.Equal("Gặp cán bộ", ShownProfileOf("lan").Menu[0].Title);
        Assert.NotEmpty((await GraphAsync(HttpMethod.Get, "me/custom_user_settings?psid=" + psid)).Body["data"]!.AsArray());
        await WriteAsync(new { commands = new[] { new { locale = "default", commands = new[] { new { name = "tracuu", description = "Tra cứu hồ sơ" } } } } });
        Assert.Equal((0, "tracuu"), (Shown().Menu.Count, Shown().Commands[0]));
        Assert.Equal(200, (await GraphAsync(HttpMethod.Delete, $"me/custom_user_settings?psid={psid}&params=[\"persistent_menu\"]")).Status);
        Assert.Empty((await GraphAsync(HttpMethod.Get, "me/custom_user_settings?psid=" + psid)).Body["data"]!.AsArray());

        var told = (await Http.GetFromJsonAsync<JsonNode>(new Uri(Platforms.Address, "/control/facebook/profile/hoa")))!;
        Assert.Equal("tracuu", (string?)told["commands"]![0]);
    }

    [Fact]
    public async Task Parts_have_limits_and_need_each_other()
    {
        Platforms.Facebook.Settings.ProfileCallsInTenMinutes = 100;
        Assert.Equal(400, await WriteAsync(new { greeting = new[] { new { locale = "default", text = new string('a', 161) } } }));
        Assert.Equal(400, await WriteAsync(new { commands = new[] { new { locale = "default", commands = new[] { new { name = "/tracuu", description = "x" } } } } }));
        Assert.Equal(400, await WriteAsync(new { commands = new[] { new { locale = "default", commands = new[] { new { name = "tracuu", description = new string('a', 65) } } } } }));
        Assert.Equal(400, await WriteAsync(new { whitelisted_domains = new[] { "http://xa.example.vn" } }));
        Assert.Equal(400, await WriteAsync(new { whitelisted_domains = new[] { "https://localhost" } }));
        Assert.Equal(200, await WriteAsync(new { whitelisted_domains = new[] { "https://xa.example.vn" } }));
        Assert.Equal(200, await WriteAsync(new { get_started = new { payload = "S" }, persistent_menu = Menu }));
        Assert.Equal(400, (await GraphAsync(HttpMethod.Delete, "me/messenger_profile", new { fields = new[] { "get_started" } })).Status);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Delete, "me/messenger_profile", new { fields = new[] { "persistent_menu", "get_started" } })).Status);
    }

    [Fact]
    public async Task Conversations_are_listed_and_only_the_newest_twenty_messages_have_details()
    {
        Platforms.Facebook.Settings.ConversationCallsPerSecond = 100;
        for (var i = 0; i < 21; i++) await Platforms.Facebook.SaysAsync("hoa", "câu " + i, Ct);
        await SendFacebookAsync("hoa", new { text = "dạ" });
        var psid = Platforms.Facebook.Conversation("hoa").CitizenId;
        var (_, list) = await GraphAsync(HttpMethod.Get, $"me/conversations?user_id={psid}&fields=participants,message_count,is_owner");
        Assert.Equal((22, true), ((int)list["data"]![0]!["message_count"]!, (bool)list["data"]![0]!["is_owner"]!));
        var (_, page) = await GraphAsync(HttpMethod.Get, $"t_{psid}/messages?limit=22");
        var ids = page["data"]!.AsArray().Select(m => (string)m!["id"]!).ToList();

        var newest = (await GraphAsync(HttpMethod.Get, ids[0])).Body;
        Assert.Equal(("dạ", Platforms.Facebook.Pages[0].PageId), ((string?)newest["message"], (string?)newest["from"]!["id"]));
        Assert.Equal(psid, (string?)(await GraphAsync(HttpMethod.Get, ids[19])).Body["from"]!["id"]);
        Assert.Equal(9000001, (int)(await GraphAsync(HttpMethod.Get, ids[20])).Body["error"]!["code"]!);
    }

    [Theory]
    [InlineData("""{"url":"https://xa.example.vn/xoa?code=abc123","confirmation_code":"abc123"}""", "")]
    [InlineData("""{"url":"https://xa.example.vn/xoa","confirmation_code":"abc-123"}""", "alphanumeric")]
    [InlineData("""{"url":"/xoa","confirmation_code":"abc123"}""", "absolute")]
    [InlineData("""{"url":"http://xa.example.vn/xoa","confirmation_code":"abc123"}""", "https")]
    [InlineData("""{"url":"https://xa.example.vn/xoa","confirmation_code":"abc123","more":1}""", "exactly")]
    [InlineData("<p>đã nhận</p>", "JSON")]
    public async Task A_demand_to_delete_is_signed_and_its_answer_is_judged(string answer, string expected)
    {
        Platforms.Facebook.Settings.AllowPlainHttp = false;
        Service.Answer = answer;
        var (status, problem) = await Platforms.Facebook.Console.RequestDataDeletionAsync("hoa", Service.Address, Ct);

        Assert.Equal(200, status);
        Assert.True(expected.Length == 0 ? problem.Length == 0 : problem.Contains(expected, StringComparison.Ordinal), problem);
        var signed = Uri.UnescapeDataString(Service.All.Single().Body)["signed_request=".Length..];
        var payload = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(signed.Split('.')[1]));
        Assert.Equal(signed, FacebookSignature.SignedRequest(Platforms.Facebook.Settings.AppSecret, payload));
        Assert.Equal(Platforms.Facebook.Conversation("hoa").AppScopedId, (string?)JsonNode.Parse(payload)!["user_id"]);
    }

    private async Task<int> WriteAsync(object profile) => (await GraphAsync(HttpMethod.Post, "me/messenger_profile", profile)).Status;

    private ShownProfile Shown() => ShownProfileOf("hoa");

    private ShownProfile ShownProfileOf(string citizen) => ShownProfile.Of(Platforms.Facebook.Pages[0], Platforms.Facebook.Conversation(citizen));
}
