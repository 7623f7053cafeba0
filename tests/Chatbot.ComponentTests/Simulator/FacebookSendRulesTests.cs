using System.Text.Json.Nodes;
using Chatbot.ComponentTests.Service;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Faults;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>What the Send API refuses, and with which codes.</summary>
public sealed class FacebookSendRulesTests : SimulatorTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Platforms.Facebook.SaysAsync("hoa", "alo", Ct);
    }

    [Theory]
    [InlineData(Standing.Blocked, false, 551, 1545041)]
    [InlineData(Standing.Blocked, true, 200, 1545041)]
    [InlineData(Standing.Restricted, false, 10, 2018108)]
    [InlineData(Standing.Gone, false, 100, 2018001)]
    public async Task Persons_who_cannot_be_reached_have_their_codes(Standing standing, bool asPermission, int code, int subcode)
    {
        Platforms.Citizens["hoa"].Standing = standing;
        Platforms.Facebook.Settings.BlockedIsPermissionError = asPermission;

        var error = (await SendFacebookAsync("hoa", new { text = "a" })).Body["error"]!;
        Assert.Equal((code, subcode), ((int)error["code"]!, (int)error["error_subcode"]!));
        if (standing == Standing.Blocked) Assert.StartsWith("(#551)", (string?)error["message"]);   // whatever the code is
    }

    [Fact]
    public async Task Profiles_are_whole_empty_or_refused()
    {
        var psid = Platforms.Facebook.Conversation("hoa").CitizenId;
        Platforms.Facebook.Settings.HasProfileDetails = true;
        var (_, full) = await GraphAsync(HttpMethod.Get, psid + "?fields=name,profile_pic,locale,timezone");
        Assert.Equal(("hoa", "vi_VN", 7), ((string?)full["name"], (string?)full["locale"], (int)full["timezone"]!));

        Platforms.Facebook.Settings.HasProfileAccess = false;
        var (status, none) = await GraphAsync(HttpMethod.Get, psid);
        Assert.Equal((200, "{}"), (status, none.ToJsonString()));
        Platforms.Citizens["hoa"].PhoneOnly = true;
        Assert.Equal(2018218, (int)(await GraphAsync(HttpMethod.Get, psid)).Body["error"]!["error_subcode"]!);
    }

    [Fact]
    public async Task An_action_needs_a_request_of_its_own()
    {
        var recipient = new { id = Platforms.Facebook.Conversation("hoa").CitizenId };
        var (_, answer) = await GraphAsync(HttpMethod.Post, "me/messages", new { recipient, sender_action = "typing_on" });
        Assert.Equal(["recipient_id"], answer.AsObject().Select(m => m.Key));
        Assert.Equal(2018014, Subcode(await GraphAsync(HttpMethod.Post, "me/messages", new { recipient, sender_action = "typing_on", message = new { text = "a" } })));
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/messages", new { recipient, sender_action = "dance" })).Status);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/messages", new { recipient, sender_action = "typing_on", persona_id = "1" })).Status);
    }

    [Fact]
    public async Task The_same_request_twice_is_two_messages()
    {
        for (var i = 0; i < 2; i++) await SendFacebookAsync("hoa", new { text = "một lần thôi", metadata = "corr" });

        Assert.Equal(2, Platforms.Facebook.MessagesTo("hoa").Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task Who_ticked_a_checkbox_is_sent_to_by_reference_and_stays_nameless()
    {
        await Platforms.Facebook.TicksCheckboxAsync("lan", "ref-1", Ct);
        var optin = JsonNode.Parse(Service.All.Last().Body)!["entry"]![0]!["messaging"]![0]!;
        var (status, answer) = await GraphAsync(HttpMethod.Post, "me/messages", new { recipient = new { user_ref = "ref-1" }, message = new { text = "a" } });

        Assert.Null(optin["sender"]);
        Assert.Equal((200, null), (status, (string?)answer["recipient_id"]));
        Assert.Single(Platforms.Facebook.MessagesTo("lan"));
        Assert.Equal(2018001, Subcode(await GraphAsync(HttpMethod.Post, "me/messages", new { recipient = new { user_ref = "ref-2" }, message = new { text = "a" } })));
    }

    [Fact]
    public async Task Notification_tokens_are_dead_but_for_some_regions_and_one_time_ones_everywhere()
    {
        await Platforms.Facebook.AsksForNotificationsAsync("lan", "Lịch cắt điện", Ct);
        var token = (string?)JsonNode.Parse(Service.All.Last().Body)!["entry"]![0]!["messaging"]![0]!["optin"]!["notification_messages_token"];
        var send = new { recipient = new { notification_messages_token = token }, message = new { text = "a" } };

        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/messages", send)).Status);
        Platforms.Facebook.Settings.NotificationMessages = true;
        Assert.Equal(200, (await GraphAsync(HttpMethod.Post, "me/messages", send)).Status);
        Assert.Equal(400, (await GraphAsync(HttpMethod.Post, "me/messages", new { recipient = new { one_time_notif_token = token }, message = new { text = "a" } })).Status);
    }

    [Fact]
    public async Task Feedback_is_asked_for_with_its_own_template_within_a_week()
    {
        var template = JsonNode.Parse("""
            {"attachment":{"type":"template","payload":{"template_type":"customer_feedback","title":"Đánh giá","button_title":"Chấm điểm",
            "feedback_screens":[{"questions":[{"id":"q1","type":"csat"}]}],"business_privacy":{"url":"https://xa.example.vn"},"expires_in_days":3}}}
            """)!;
        await Platforms.AdvanceAsync(TimeSpan.FromDays(6), Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", template, "MESSAGE_TAG", "CUSTOMER_FEEDBACK")).Status);
        Assert.Equal(400, (await SendFacebookAsync("hoa", new { text = "a" }, "MESSAGE_TAG", "CUSTOMER_FEEDBACK")).Status);
        template["attachment"]!["payload"]!["expires_in_days"] = 8;
        Assert.Equal(400, (await SendFacebookAsync("hoa", template, "MESSAGE_TAG", "CUSTOMER_FEEDBACK")).Status);
        template["attachment"]!["payload"]!["expires_in_days"] = 1;
        await Platforms.AdvanceAsync(TimeSpan.FromDays(2), Ct);
        Assert.Equal(2018278, Subcode(await SendFacebookAsync("hoa", template, "MESSAGE_TAG", "CUSTOMER_FEEDBACK")));
    }

    [Fact]
    public async Task Much_volume_stops_all_sending_with_a_code_of_choice()
    {
        (Platforms.Facebook.Settings.HighVolumePerSecond, Platforms.Facebook.Settings.HighVolumeError) = (1, 2022);
        Platforms.Facebook.Settings.CallsPerEngagedUser = 1_000;
        for (var i = 0; i < 10; i++) Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);
        Assert.Equal(2022, (int)(await SendFacebookAsync("hoa", new { text = "a" })).Body["error"]!["code"]!);
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);
    }

    [Fact]
    public async Task Texts_and_media_profile_and_conversations_have_their_own_rates()
    {
        var settings = Platforms.Facebook.Settings;
        (settings.MediaPerSecond, settings.ProfileCallsInTenMinutes, settings.ConversationCallsPerSecond) = (1, 1, 1);
        var sound = new { attachment = new { type = "audio", payload = new { url = "https://xa.example.vn/a.mp3" } } };
        Assert.Equal("200 400", await TwiceAsync(() => SendFacebookAsync("hoa", sound)));
        Assert.Equal(200, (await SendFacebookAsync("hoa", new { text = "a" })).Status);
        Assert.Equal("200 400", await TwiceAsync(() => GraphAsync(HttpMethod.Get, "me/messenger_profile?fields=greeting")));
        Assert.Equal("200 400", await TwiceAsync(() => GraphAsync(HttpMethod.Get, "me/conversations")));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(10), Ct);
        Assert.Equal(200, (await GraphAsync(HttpMethod.Get, "me/messenger_profile?fields=greeting")).Status);
    }

    [Fact]
    public async Task A_send_that_times_out_may_have_arrived()
    {
        Platforms.Facebook.Faults.Next(FaultKind.TimeoutAfterAccepting);
        var sending = SendFacebookAsync("hoa", new { text = "đã tới" });
        await Until.TrueAsync(() => Task.FromResult(Platforms.Facebook.MessagesTo("hoa").Count == 1));
        Http.CancelPendingRequests();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Single(Platforms.Facebook.MessagesTo("hoa"));
    }

    private static int Subcode((int Status, JsonNode Body) answer) => (int?)answer.Body["error"]?["error_subcode"] ?? 0;

    private static async Task<string> TwiceAsync(Func<Task<(int Status, JsonNode Body)>> call) => $"{(await call()).Status} {(await call()).Status}";
}
