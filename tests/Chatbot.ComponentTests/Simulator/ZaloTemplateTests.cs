using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Zalo;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>Paid template messages by telephone number and by OA user id.</summary>
public sealed class ZaloTemplateTests : SimulatorTest
{
    private static readonly object Values = new { ho_ten = "Cô Hoa", ma_ho_so = "H29-123" };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Platforms.Citizens["hoa"].Phone = "84909000001";
    }

    [Fact]
    public async Task A_number_gets_its_message_and_some_seconds_later_the_delivery_is_told()
    {
        var answer = (await SendAsync("84909000001"))["data"]!;
        var id = (string)answer["msg_id"]!;
        Assert.Equal(("500", "499"), ((string?)answer["quota"]!["dailyQuota"], (string?)answer["quota"]!["remainingQuota"]));
        Assert.Equal(0, await StatusAsync(id));
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(5), Ct);

        var post = Service.All.Single();
        var told = JsonNode.Parse(post.Body)!;
        Assert.Equal(("ZNS", "user_received_message"), (post.Headers["X-ZEvent-Server"], (string?)told["event_name"]));
        Assert.Equal((id, "dot-1", "84909000001"), ((string?)told["message"]!["msg_id"], (string?)told["message"]!["tracking_id"], (string?)told["recipient"]!["id"]));
        Assert.Equal((1, -1), (await StatusAsync(id), await StatusAsync("unknown")));
        Assert.Equal(id, Assert.Single(Platforms.Zalo.MessagesTo("hoa")).Id);
    }

    [Fact]
    public async Task The_hash_of_a_number_does_as_well()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("84909000001")));
        Assert.Equal(0, Error(await CallAsync("message/template/hashphone", new { hash_phone = hash, template_id = ZbsTemplates.Example.Id, template_data = Values, tracking_id = "t" })));
        await Platforms.AdvanceAsync(TimeSpan.FromSeconds(5), Ct);
        Assert.Equal(hash, (string?)JsonNode.Parse(Service.All.Single().Body)!["recipient"]!["id"]);
    }

    [Theory]
    [InlineData("0909000001", "dot-1", "310017", -108)]
    [InlineData("+84909000001", "dot-1", "310017", 0)]
    [InlineData("84909000001", "", "310017", -1122)]
    [InlineData("84909000001", "0123456789012345678901234567890123456789012345678", "310017", -1121)]
    [InlineData("84909000001", "dot-1", "1", -109)]
    [InlineData("84908888888", "dot-1", "310017", -118)]
    public async Task Wrong_numbers_tracking_ids_and_templates_are_refused(string phone, string tracking, string template, int expected) =>
        Assert.Equal(expected, Error(await SendAsync(phone, tracking, template)));

    [Fact]
    public async Task Values_must_be_there_short_and_texts()
    {
        Assert.Equal(-1122, Error(await SendAsync("84909000001", data: new { ho_ten = "Cô Hoa" })));
        Assert.Equal(-1121, Error(await SendAsync("84909000001", data: new { ho_ten = "Cô Hoa", ma_ho_so = new string('1', 31) })));
        Assert.Equal(-112, Error(await SendAsync("84909000001", data: new { ho_ten = "Cô Hoa", ma_ho_so = new[] { 1 } })));
        Assert.Equal(-111, Error(await SendAsync("84909000001", data: new { })));
        Assert.Equal(-121, Error(await CallAsync("message/template", new { })));
        Assert.Equal(-124, Error(await ZaloAsync(HttpMethod.Post, "message/template", new { a = 1 }, Platforms.ZaloBusinessBaseAddress, "wrong")));
    }

    [Theory]
    [InlineData(Standing.Blocked, -141)]
    [InlineData(Standing.Restricted, -139)]
    [InlineData(Standing.Gone, -114)]
    public async Task People_may_refuse(Standing standing, int expected)
    {
        Platforms.Citizens["hoa"].Standing = standing;
        Assert.Equal(expected, Error(await SendAsync("84909000001")));
    }

    [Fact]
    public async Task A_template_is_reviewed_told_of_and_may_be_lost_again()
    {
        var settings = Platforms.Zalo.Settings;
        settings.TemplateOutcomes.Add("ENABLE");
        settings.TemplateOutcomes.Add("REJECT:Sai mẫu");
        var kept = await CreateAsync("Nhắc hẹn");
        var rejected = await CreateAsync("Bán hàng");
        Assert.Equal(-131, Error(await SendAsync("84909000001", template: kept, data: new { gio = "8h" })));
        await Platforms.AdvanceAsync(TimeSpan.FromMinutes(11), Ct);
        Assert.Equal(0, Error(await SendAsync("84909000001", template: kept, data: new { gio = "8h" })));
        Assert.Equal(-131, Error(await SendAsync("84909000001", template: rejected, data: new { gio = "8h" })));
        await Platforms.Zalo.Templates.SetStatusAsync(Platforms.Zalo.Accounts[0].OaId, kept, "DISABLE", "Nhiều khiếu nại", Ct);
        Assert.Equal(-146, Error(await SendAsync("84909000001", template: kept, data: new { gio = "8h" })));

        var told = Service.All.Select(p => JsonNode.Parse(p.Body)!).Where(b => (string?)b["event_name"] == "change_template_status").ToList();
        Assert.Equal(["DISABLE", "ENABLE", "REJECT"], told.Select(b => (string?)b["status"]!["new_status"]).Order(StringComparer.Ordinal));   // both reviews end at one moment
        var listed = await ZaloAsync(HttpMethod.Get, "template/all?offset=0&limit=10", host: Platforms.ZaloBusinessBaseAddress);
        Assert.Equal(3, listed["data"]!.AsArray().Count);
        var info = await ZaloAsync(HttpMethod.Get, "template/info/v2?template_id=" + rejected, host: Platforms.ZaloBusinessBaseAddress);
        Assert.Equal(("REJECT", "gio"), ((string?)info["data"]!["status"], (string?)info["data"]!["listParams"]![0]!["name"]));
    }

    [Fact]
    public async Task Development_mode_goes_to_administrators_only()
    {
        var body = new { phone = "84909000001", template_id = ZbsTemplates.Example.Id, template_data = Values, tracking_id = "t", mode = "development" };
        Assert.Equal(-127, Error(await CallAsync("message/template", body)));
        Platforms.Zalo.Settings.Administrators.Add("hoa");
        Assert.Equal(0, Error(await CallAsync("message/template", body)));
    }

    [Fact]
    public async Task Quotas_money_and_hours_end_sending()
    {
        var settings = Platforms.Zalo.Settings;
        settings.ZbsDailyQuota = 1;
        Assert.Equal(0, Error(await SendAsync("84909000001")));
        Assert.Equal(-144, Error(await SendAsync("84909000001")));
        Assert.Equal(0, Error(await SendAsync("84909000001", mode: "3")));
        settings.ZbsOverQuotaAllowed = false;
        Assert.Equal(-162, Error(await SendAsync("84909000001", mode: "3")));
        Assert.Equal(-161, Error(await SendAsync("84909000001", mode: "2")));
        settings.ZbsDailyQuota = 100;
        settings.Balance = 100;
        Assert.Equal(-115, Error(await SendAsync("84909000001")));
        settings.Balance = 10_000;
        settings.BillingLinked = false;
        Assert.Equal(-136, Error(await SendAsync("84909000001")));
        (settings.BillingLinked, settings.ZbsClosedAtNight) = (true, true);
        await Platforms.AdvanceAsync(TimeSpan.FromHours(13), Ct);
        Assert.Equal(-133, Error(await SendAsync("84909000001")));
    }

    [Fact]
    public async Task By_user_id_go_only_new_plain_templates_and_the_codes_are_the_other_hosts()
    {
        await Platforms.Zalo.SaysAsync("hoa", "alo", Ct);
        var account = Platforms.Zalo.Accounts[0].OaId;
        Platforms.Zalo.Templates.Put(account, ZbsTemplates.Example with { Id = "old", CreatedAt = new DateTimeOffset(2025, 12, 9, 0, 0, 0, TimeSpan.Zero) });
        Platforms.Zalo.Templates.Put(account, ZbsTemplates.Example with { Id = "otp", IsOtp = true });
        Assert.Equal(-249, Error(await ByUserIdAsync("old")));
        Assert.Equal(-249, Error(await ByUserIdAsync("otp")));
        var answer = await ByUserIdAsync(ZbsTemplates.Example.Id);
        Assert.Equal((0, "purchase_quota"), (Error(answer), (string?)answer["data"]!["quota"]!["quota_type"]));
        Platforms.Zalo.Settings.RefuseTrackingByUserId = true;
        Assert.Equal(-201, Error(await ByUserIdAsync(ZbsTemplates.Example.Id, "t")));
        Platforms.Zalo.Settings.BillingLinked = false;
        Assert.Equal(-320, Error(await ByUserIdAsync(ZbsTemplates.Example.Id)));
    }

    [Fact]
    public async Task A_rating_names_the_message_and_no_person()
    {
        var id = (string)(await SendAsync("84909000001"))["data"]!["msg_id"]!;
        await Platforms.Zalo.RatesTemplateAsync(id, 4, "Nhanh", Ct);

        var told = JsonNode.Parse(Service.All.Single().Body)!;
        Assert.Equal(("user_feedback", 4, "dot-1"), ((string?)told["event_name"], (int)told["message"]!["rate"]!, (string?)told["message"]!["tracking_id"]));
        Assert.DoesNotContain(Platforms.Zalo.Conversation("hoa").CitizenId, told.ToJsonString(), StringComparison.Ordinal);
    }

    private Task<JsonNode> SendAsync(string phone, string tracking = "dot-1", string? template = null, object? data = null, string mode = "1") => CallAsync("message/template", new
    {
        phone,
        template_id = template ?? ZbsTemplates.Example.Id,
        template_data = data ?? Values,
        tracking_id = tracking,
        sending_mode = mode,
    });

    private Task<JsonNode> ByUserIdAsync(string template, string? tracking = null) => ZaloAsync(HttpMethod.Post, "v3.0/oa/message/template", new
    {
        user_id = Platforms.Zalo.Conversation("hoa").CitizenId,
        template_id = template,
        template_data = Values,
        tracking_id = tracking,
    });

    private async Task<string> CreateAsync(string name) => (string)(await CallAsync("template/create", new
    {
        template_name = name,
        tag = "2",
        @params = new[] { new { name = "gio", maxLength = 20 } },
    }))["data"]!["template_id"]!;

    private async Task<int> StatusAsync(string id) => (int)(await ZaloAsync(HttpMethod.Get, "message/status?message_id=" + id, host: Platforms.ZaloBusinessBaseAddress))["data"]!["status"]!;

    private Task<JsonNode> CallAsync(string path, object body) => ZaloAsync(HttpMethod.Post, path, body, Platforms.ZaloBusinessBaseAddress);

    private static int Error(JsonNode answer) => (int)answer["error"]!;
}
