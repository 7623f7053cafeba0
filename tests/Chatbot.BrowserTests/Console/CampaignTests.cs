using System.Text.RegularExpressions;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Simulator;
using Chatbot.Testing.Console;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>A campaign as three officials see it, from the first word to the last figure, on a clock that is set ahead; and its place in the calendar.</summary>
[Trait("Category", "Browser")]
public sealed class CampaignTests
{
    private const int Citizens = 4;

    [BrowserFact]
    public async Task Written_refused_to_its_author_approved_scheduled_watched_paused_resumed_and_reported()
    {
        var options = new SimulatorOptions { LimitsEnabled = false };
        await using var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
        await using var app = await VirtualApp.StartAsync(Settings(simulator));
        await ConsoleApp.AddOfficialAsync(app.Services, "lan", Right.Editor | Right.Approver);
        await ConsoleApp.AddOfficialAsync(app.Services, "minh", Right.Approver);
        await ConsoleApp.AddOfficialAsync(app.Services, "hoa", Right.CampaignSender);
        await PlantAsync(app, simulator);
        await using var windows = new Windows();

        var author = await OpenAsync(windows, app, "lan", "/console/campaigns/segments/new");
        await author.GetByLabel("Tên nhóm").FillAsync("Bà con trên Zalo");
        await author.GetByRole(AriaRole.Button, new() { Name = "Lưu nhóm" }).ClickAsync();
        var starts = app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).AddHours(2);
        await WriteAsync(author, starts);
        await author.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await Expect(author.GetByText($"{Citizens} người sẽ nhận")).ToBeVisibleAsync();
        await Expect(author.GetByRole(AriaRole.Heading, new() { Name = "Dự báo theo giờ đã chọn" })).ToBeVisibleAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Trình duyệt" }).ClickAsync();
        await Expect(author.GetByText("không được tự duyệt")).ToBeVisibleAsync();
        await Expect(author.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true })).ToHaveCountAsync(0);
        var path = new Uri(author.Url).AbsolutePath;
        await Screenshots.TakeAsync(author, "campaign-submitted");

        var approver = await OpenAsync(windows, app, "minh", path);
        approver.Dialog += (_, dialog) => dialog.AcceptAsync();
        await approver.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true }).ClickAsync();
        await Expect(approver.Locator(".badge", new() { HasText = "Đã duyệt" })).ToBeVisibleAsync();

        var sender = await OpenAsync(windows, app, "hoa", path);
        sender.Dialog += (_, dialog) => dialog.AcceptAsync();
        await sender.GetByRole(AriaRole.Button, new() { Name = "Lên lịch gửi" }).ClickAsync();
        await Expect(Badge(sender, "Đã lên lịch")).ToBeVisibleAsync();
        await StartAsync(app);
        await Expect(Badge(sender, "Đã lên lịch")).ToBeVisibleAsync();          // not before its time
        app.Clock.MoveTo(starts.AddSeconds(5));
        await StartAsync(app);
        await sender.ReloadAsync();
        await Expect(Badge(sender, "Đang gửi")).ToBeVisibleAsync();
        await Expect(Figure(sender, "Đã gửi")).ToHaveTextAsync("1");             // by the rate of this test; nobody has touched the page
        await sender.GetByRole(AriaRole.Button, new() { Name = "Tạm dừng" }).ClickAsync();
        await Expect(Badge(sender, "Tạm dừng")).ToBeVisibleAsync();
        app.Clock.MoveTo(app.Clock.GetUtcNow().AddMinutes(10));
        await Screenshots.TakeAsync(sender, "campaign-paused");
        Assert.Equal(1, await SentAsync(app));
        await sender.GetByRole(AriaRole.Button, new() { Name = "Gửi tiếp" }).ClickAsync();
        for (var sent = 2; sent <= Citizens; sent++)
        {
            await Expect(Figure(sender, "Đã gửi")).ToHaveTextAsync($"{sent}");
            app.Clock.MoveTo(app.Clock.GetUtcNow().AddMinutes(2));   // a permit flows in
        }
        await Expect(Badge(sender, "Đã xong")).ToBeVisibleAsync();
        await sender.ReloadAsync();
        await Figure(sender, "Đã gửi").ClickAsync();
        await Expect(sender.GetByRole(AriaRole.Cell, new() { Name = "Zalo" })).ToHaveCountAsync(Citizens);
        await Screenshots.TakeAsync(sender, "campaign-rows");
        for (var i = 0; i < Citizens; i++) Assert.Single(simulator.Zalo.MessagesTo($"dan-{i}"), m => m.Text.Contains("Mời bà con đi tiêm", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_campaign_is_dragged_to_another_day_after_a_question_and_its_approval_is_gone()
    {
        await using var app = await VirtualApp.StartAsync();
        app.Clock.MoveTo(new DateTimeOffset(2027, 3, 1, 1, 0, 0, TimeSpan.Zero));   // a Monday, a month with all weeks in sight
        var author = await ConsoleApp.AddOfficialAsync(app.Services, "lan", Right.Editor);
        var approver = await ConsoleApp.AddOfficialAsync(app.Services, "minh", Right.Approver);
        var campaign = await ApprovedAsync(app, author, approver, new DateTimeOffset(2027, 3, 10, 9, 0, 0, TimeSpan.FromHours(7)));
        await using var windows = new Windows();
        var page = await OpenAsync(windows, app, "lan", "/console/campaigns/calendar?view=month&day=2027-03-10");
        var complaints = page.Complaints();
        await page.ReloadAsync();
        var entry = page.Locator("#calendar .fc-event", new() { HasText = "Tiêm phòng" });
        await Expect(entry).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, "campaign-calendar");
        Assert.Empty(await Axe.FindAsync(page));
        await DragAsync(page, entry, page.Locator("#calendar td[data-date='2027-03-18']"));
        await page.WaitForURLAsync(new Regex("/move\\?to=2027-03-18T09:00$"));
        await Expect(page.GetByText("thu hồi việc trình và việc duyệt")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, "campaign-move");
        Assert.True((await CampaignAsync(app, campaign.Id)).IsApproved);                // asked, and nothing has changed yet
        await page.GetByRole(AriaRole.Button, new() { Name = "Đổi giờ và thu hồi việc duyệt" }).ClickAsync();
        await Expect(Badge(page, "Bản nháp")).ToBeVisibleAsync();
        var moved = await CampaignAsync(app, campaign.Id);
        Assert.Equal((false, new DateTimeOffset(2027, 3, 18, 2, 0, 0, TimeSpan.Zero)), (moved.IsApproved, moved.StartsAt!.Value));
        // The same by the list, as without script.
        await page.GotoAsync("/console/campaigns/calendar?view=week&day=2027-03-18");
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = "Đổi giờ" }).ClickAsync();
        await page.GetByLabel("Giờ gửi mới").FillAsync("2027-03-19T08:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đổi giờ gửi" }).ClickAsync();
        await Expect(page.GetByText("19/03/2027 08:30").First).ToBeVisibleAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static async Task WriteAsync(IPage page, DateTimeOffset starts)
    {
        await page.GotoAsync("/console/campaigns/new");
        await page.GetByLabel("Tên chiến dịch").FillAsync("Tiêm phòng sởi");
        await page.GetByLabel("Nội dung", new() { Exact = true }).First.FillAsync("Mời bà con đi tiêm tại TTYT. Hạn cuối ngày 31/02/2027.");
        await page.GetByLabel("Trên Zalo").SelectOptionAsync("Consultation");
        await page.GetByLabel("Nhóm nhận tin", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Bà con trên Zalo" });
        await Expect(page.GetByText("\"TTYT\" chưa được giải thích")).ToBeVisibleAsync();      // the meter, while it is written
        await Expect(page.GetByText("\"31/02/2027\": không có ngày này")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, "campaign-meter");
        await page.GetByLabel("Nội dung", new() { Exact = true }).First.FillAsync("Mời bà con đi tiêm tại trạm y tế. Miễn phí. Hạn cuối ngày 28/02/2027.");
        await Expect(page.GetByText("không có ngày này")).ToHaveCountAsync(0);
        await page.GetByLabel("Gửi từ lúc").FillAsync(starts.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task DragAsync(IPage page, ILocator what, ILocator where)
    {
        var (from, to) = ((await what.BoundingBoxAsync())!, (await where.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + from.Width / 2 + 12, from.Y + from.Height / 2 + 12, new() { Steps = 4 });
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + to.Height / 2, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    // The job that comes every few seconds comes now.
    private static Task StartAsync(VirtualApp app) => app.Services.GetRequiredService<StartCampaigns>().StartDueAsync(CancellationToken.None);

    private static ILocator Badge(IPage page, string words) => page.Locator("[role=status] .badge", new() { HasText = words });

    private static ILocator Figure(IPage page, string name) => page.Locator("dt", new() { HasTextRegex = new Regex($"^{name}$") }).Locator("xpath=following-sibling::dd[1]").GetByRole(AriaRole.Link);

    private static async Task<int> SentAsync(VirtualApp app)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<Delivery>().CountAsync(d => d.Status == DeliveryStatus.Sent);
    }

    private static async Task<Campaign> CampaignAsync(VirtualApp app, Guid id)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<Campaign>().SingleAsync(c => c.Id == id);
    }

    private static async Task<Campaign> ApprovedAsync(VirtualApp app, Guid author, Guid approver, DateTimeOffset startsAt)
    {
        var (write, judge, now) = (app.Services.GetRequiredService<WriteCampaign>(), app.Services.GetRequiredService<JudgeCampaign>(), new CampaignActor(author, [Unit.RootId]));
        var draft = new CampaignDraft("Tiêm phòng sởi", Purpose.Outreach, new CampaignContent("", "Mời bà con đi tiêm."), new SendingMethods(FacebookMethod.PagePost, null)) { StartsAt = startsAt };
        var written = (await write.BeginAsync(Unit.RootId, draft, now, CancellationToken.None)).Campaign!;
        var submitted = (await judge.SubmitAsync(new SeenCampaign(written.Id, written.Revision), now, CancellationToken.None)).Campaign!;
        var approved = await judge.ApproveAsync(new SeenCampaign(submitted.Id, submitted.Revision), submitted.ContentHash, new CampaignActor(approver, [Unit.RootId]), CancellationToken.None);
        Assert.Equal(CampaignOutcome.Done, approved.Outcome);
        return approved.Campaign!;
    }

    /// <summary>Citizens who wrote a moment ago, as the service and the stand-in know them.</summary>
    private static async Task PlantAsync(VirtualApp app, SimulatorApp simulator)
    {
        await app.Services.GetRequiredService<ZaloSetup>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<AccountDirectory>().RefreshAsync(CancellationToken.None);
        var account = app.Services.GetRequiredService<AccountDirectory>().Of(Channel.Zalo)[0].Row;
        await using var db = app.Database.NewContext();
        for (var i = 0; i < Citizens; i++)
        {
            await simulator.Zalo.SaysAsync($"dan-{i}", "xin chào", CancellationToken.None);
            var now = app.Clock.GetUtcNow();
            db.Add(new Conversation { AccountId = account.Id, Channel = Channel.Zalo, CitizenId = simulator.Zalo.Conversation($"dan-{i}").CitizenId, CreatedAt = now, LastInboundAt = now, IsFollower = true });
        }
        await db.SaveChangesAsync();
    }

    // One message at once and one more whenever the clock is set ahead: nothing depends on how fast this machine is.
    private static (string, string)[] Settings(SimulatorApp simulator)
    {
        var zalo = simulator.Options.Zalo;
        return
        [
            ("Roles", "web,worker"), ("Zalo:AppId", zalo.AppId), ("Zalo:AppSecret", zalo.AppSecret), ("Zalo:OaSecretKey", zalo.OaSecretKey), ("Zalo:ApiBaseAddress", simulator.ZaloApiBaseAddress.ToString()),
            ("Zalo:OAuthBaseAddress", simulator.ZaloOAuthBaseAddress.ToString()), ("Zalo:Accounts:0:OaId", zalo.Accounts[0].OaId), ("Zalo:Accounts:0:AccessToken", zalo.Accounts[0].AccessToken),
            ("Zalo:Accounts:0:RefreshToken", zalo.Accounts[0].RefreshToken), ("Zalo:Limits:0:Since", "2026-01-01"), ("Zalo:Limits:0:OaPermitsPerMinute", "1"),
            ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "00:00:00"), ("Campaigns:QuietSundays", "false"), ("Campaigns:QuietTet", "false"), ("Campaigns:ZaloConsultation", "true"), ("Campaigns:Look", "00:00:00.200"),
            ("Campaigns:Lease", "00:00:12"),   // a clock set ahead ends it, and a quarter of it later it is renewed
        ];
    }

    // Signed in anew: the clock may have run for hours.
    private static async Task<IPage> OpenAsync(Windows windows, VirtualApp app, string who, string path)
    {
        var page = await windows.OpenAsync(app.Address);
        await page.SignInAsync(who);
        await page.GotoAsync(path);
        return page;
    }
}
