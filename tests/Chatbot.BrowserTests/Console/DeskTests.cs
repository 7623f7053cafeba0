using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>Answers, loudspeaker, catalogue and figures as officials meet them, in a real Chromium.</summary>
[Trait("Category", "Browser")]
public sealed partial class DeskTests
{
    [BrowserTheory]
    [InlineData("desktop", 1280, 800, ColorScheme.Light)]
    [InlineData("desktop", 1280, 800, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("phone", 390, 844, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_fits_the_screen_and_keeps_the_policy(string screen, int width, int height, ColorScheme colours)
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        var paths = await DeskSeed.SeedAsync(app);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await NewPageAsync(browser, app, width, height, colours);
        var complaints = Complaints(page);
        await SignInAsync(page, "lan.duyet");
        var findings = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            if (path.Contains("dashboards", StringComparison.Ordinal) && await page.Locator("[data-chart]").CountAsync() > 0) await page.Locator("[data-chart] canvas").First.WaitForAsync();
            findings.AddRange((await Axe.FindAsync(page)).Select(finding => $"{path}: {finding}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width) findings.Add($"{path} scrolls sideways");
            await Screenshots.TakeAsync(page, $"desk-{screen}-{colours}-{Names().Replace(Ids().Replace(path, "one"), "-").Trim('-')}");
        }
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task An_answer_is_written_by_one_approved_by_another_read_by_everybody_and_goes_on_air()
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        await app.AddOfficialAsync("soan", Right.Editor);
        await app.AddOfficialAsync("duyet", Right.Approver);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var editor = await NewPageAsync(browser, app, 1280, 800, ColorScheme.Light);
        await SignInAsync(editor, "soan");
        await editor.GetByRole(AriaRole.Link, new() { Name = "Dân hỏi – trả lời" }).ClickAsync();
        await editor.GetByRole(AriaRole.Link, new() { Name = "Soạn câu mới" }).ClickAsync();
        await editor.GetByLabel("Câu hỏi", new() { Exact = true }).FillAsync("Tôi là Nguyễn Văn An, hỏi chợ xã họp ngày nào?");
        await editor.GetByLabel("Trả lời", new() { Exact = true }).FillAsync("Chợ xã họp vào ngày lẻ âm lịch.");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await Expect(editor.GetByRole(AriaRole.Status)).ToContainTextAsync("thông tin riêng đã được che");
        await Expect(editor.GetByText("Nguyễn Văn An")).ToHaveCountAsync(0);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Trình duyệt" }).ClickAsync();

        var leader = await NewPageAsync(browser, app, 390, 844, ColorScheme.Dark);
        leader.Dialog += (_, dialog) => dialog.AcceptAsync();
        await SignInAsync(leader, "duyet");
        await leader.GetByText("Câu trả lời chờ duyệt").ClickAsync();
        await leader.GetByRole(AriaRole.Link, new() { Name = "hỏi chợ xã họp ngày nào" }).ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Duyệt và công khai" }).ClickAsync();
        await Expect(leader.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã duyệt và công khai.");
        await leader.GetByRole(AriaRole.Link, new() { Name = "Xem trên trang công khai" }).ClickAsync();
        await Expect(leader.GetByText("Chợ xã họp vào ngày lẻ âm lịch.")).ToBeVisibleAsync();

        await editor.GotoAsync("/console/radio/new");
        await editor.GetByLabel(new Regex("Thứ tự đọc của câu")).FillAsync("1");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Lập bản tin" }).ClickAsync();
        var download = await editor.RunAndWaitForDownloadAsync(() => editor.GetByRole(AriaRole.Link, new() { Name = "Tải lời đọc (Word)" }).ClickAsync());
        Assert.Equal("ban-tin-so-1.docx", download.SuggestedFilename);
    }

    private static async Task<IPage> NewPageAsync(IBrowser browser, ConsoleApp app, int width, int height, ColorScheme colours)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colours,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    private static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/console/sign-in");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(ConsoleApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/console/sign-in", StringComparison.Ordinal));
    }

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add($"{page.Url}: {message.Text}");
        };
        return complaints;
    }

    [GeneratedRegex("[^a-z0-9A-Z]+")]
    private static partial Regex Names();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
