using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>A citizen's matter from Sân thử to the official's answer and back, in a real Chromium.</summary>
[Trait("Category", "Browser")]
public sealed class CaseTests
{
    [BrowserFact]
    public async Task A_citizen_writes_in_San_thu_an_agent_answers_in_the_console_and_the_citizen_reads_it()
    {
        await using var app = await ConsoleApp.StartProcessAsync(DatabaseKind.Sqlite, ("ASPNETCORE_ENVIRONMENT", "Development"), ("StandIns__Port", "0"));
        await app.AddOfficialAsync("lan", Right.HotlineAgent | Right.Supervisor);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var agent = await browser.NewPageAsync(app);
        await agent.SignInAsync("lan");
        await agent.GotoAsync("/console/cases");
        await Expect(agent.GetByText("Chưa có vụ việc nào")).ToBeVisibleAsync();

        var citizen = await browser.NewPageAsync(app, 390, 844, ColorScheme.Light);
        await citizen.GotoAsync((await app.Process.TryOutAddressAsync()).ToString());
        await SayAsync(citizen, "cho tôi gặp cán bộ");
        await SayAsync(citizen, "Đèn đường trước nhà văn hóa thôn Bến hỏng đã ba hôm, tối đi lại rất nguy hiểm");
        await Expect(Talk(citizen)).ToContainTextAsync("mã");

        // The list moves by itself, and the page's title counts.
        var row = agent.GetByRole(AriaRole.Link, new() { Name = "Đèn đường trước nhà văn hóa" });
        await Expect(row).ToBeVisibleAsync();
        await Expect(agent).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d+\) "));
        await Screenshots.TakeAsync(agent, "cases-list");
        await row.ClickAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }).ClickAsync();
        await Expect(agent.GetByRole(AriaRole.Status).First).ToContainTextAsync("đã nhận vụ việc");
        await agent.GetByLabel("Câu trả lời", new() { Exact = true }).FillAsync("Xã đã báo điện lực, tối mai sẽ sửa xong. Cảm ơn anh/chị đã báo.");
        await Expect(agent.Locator("#preview")).ToContainTextAsync("tối mai sẽ sửa xong");
        await Screenshots.TakeAsync(agent, "cases-composer");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(Talk(citizen)).ToContainTextAsync("tối mai sẽ sửa xong");
        await Screenshots.TakeAsync(citizen, "cases-citizen-reads");
        await Expect(agent.GetByRole(AriaRole.Log)).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Đã gửi|Đã nhận|Đã xem"));

        // The citizen writes again: the open page shows it, once.
        await SayAsync(citizen, "Cảm ơn cán bộ, tôi chờ");
        await Expect(agent.GetByRole(AriaRole.Log).GetByText("Cảm ơn cán bộ, tôi chờ")).ToHaveCountAsync(1);
        await Screenshots.TakeAsync(agent, "cases-talk");
    }

    [BrowserFact]
    public async Task Of_two_agents_on_the_same_case_one_gets_it_and_the_other_sees_who()
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        await app.AddOfficialAsync("lan", Right.HotlineAgent);
        await app.AddOfficialAsync("minh", Right.HotlineAgent);
        var matter = await app.PlantCaseAsync(Unit.RootId, "Hỏi thủ tục đăng ký tạm trú");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var lan = await browser.NewPageAsync(app);
        var minh = await browser.NewPageAsync(app, 390, 844, ColorScheme.Dark);
        await lan.SignInAsync("lan");
        await minh.SignInAsync("minh");
        await lan.GotoAsync($"/console/cases/{matter.Id}");
        await minh.GotoAsync($"/console/cases/{matter.Id}");
        await Expect(lan.GetByText("Cán bộ minh đang xem")).ToBeVisibleAsync();
        await lan.GetByLabel("Câu trả lời", new() { Exact = true }).FillAsync("Anh chị mang theo");
        await Expect(minh.GetByText("Cán bộ lan đang trả lời")).ToBeVisibleAsync();
        await Task.WhenAll(lan.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }).ClickAsync(), minh.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }).ClickAsync());
        await using var db = app.Database.NewContext();
        await Expect(lan.Locator(".alert")).ToBeVisibleAsync();
        var winner = (await db.Set<Case>().SingleAsync(c => c.Id == matter.Id)).AssigneeId;
        var isLan = (await db.Set<Official>().SingleAsync(o => o.Id == winner)).UserName == "lan";
        await Expect((isLan ? minh : lan).Locator(".alert")).ToContainTextAsync($"đang do Cán bộ {(isLan ? "lan" : "minh")} xử lý");
        await Expect((isLan ? lan : minh).Locator(".alert")).ToContainTextAsync("đã nhận vụ việc");
        // What was being written is still there, whoever got the case.
        if (isLan) await Expect(lan.GetByLabel("Câu trả lời", new() { Exact = true })).ToHaveValueAsync("Anh chị mang theo");
        await Screenshots.TakeAsync(minh, "cases-two-agents-phone");
    }

    [BrowserTheory]
    [InlineData("desktop", 1280, 900, ColorScheme.Light)]
    [InlineData("desktop", 1280, 900, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("phone", 390, 844, ColorScheme.Dark)]
    public async Task Every_page_about_cases_is_accessible_and_fits_the_screen(string screen, int width, int height, ColorScheme colours)
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        await app.AddOfficialAsync("lan", Rights.All);
        var late = await app.PlantCaseAsync(Unit.RootId, "Cống thoát nước trước chợ bị tắc, mưa là ngập vào nhà, đề nghị xã xử lý sớm", Channels.Channel.Facebook, CaseKind.Complaint, TimeSpan.FromDays(6));
        var matter = await app.PlantCaseAsync(Unit.RootId, "Đăng ký khai sinh cho con cần giấy tờ gì, làm ở đâu, có phải nộp tiền không?");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var page = await browser.NewPageAsync(app, width, height, colours);
        var complaints = page.Complaints();
        await page.SignInAsync("lan");
        var findings = new List<string>();
        foreach (var (name, path) in (IEnumerable<(string, string)>)
        [
            ("first", "/console"), ("list", "/console/cases"), ("list-empty", "/console/cases?q=khongco"), ("one", $"/console/cases/{matter.Id}"), ("late", $"/console/cases/{late.Id}"),
            ("apology", $"/console/cases/{late.Id}/apology"), ("notices", "/console/cases/notices"), ("satisfaction", "/console/cases/satisfaction"), ("settings", "/console/cases/settings"),
            ("canned", "/console/cases/settings/canned/new"), ("macro", "/console/cases/settings/macros/new"),
        ]) findings.AddRange(await page.LookAtAsync(path, $"cases-{screen}-{colours}-{name}"));
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Empty(complaints);
    }

    private static ILocator Talk(IPage page) => page.GetByRole(AriaRole.Log, new() { Name = "Cuộc trò chuyện" });

    private static async Task SayAsync(IPage page, string words)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Tin nhắn" }).FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(Talk(page)).ToContainTextAsync(words);
    }
}
