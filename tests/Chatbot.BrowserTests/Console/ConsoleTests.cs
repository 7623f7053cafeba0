using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>The console as officials meet it, in a real Chromium.</summary>
[Trait("Category", "Browser")]
public sealed partial class ConsoleTests
{
    [BrowserFact]
    public async Task An_administrator_invites_a_colleague_who_sets_up_two_factors_and_signs_in_again()
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        await app.AddOfficialAsync("quan.tri", Right.Administrator | Right.Auditor);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var administrator = await browser.NewPageAsync(app, 1280, 800, ColorScheme.Light);
        await administrator.SignInAsync("quan.tri");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Cán bộ", Exact = true }).ClickAsync();
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Mời cán bộ" }).ClickAsync();
        await administrator.GetByLabel("Họ và tên").FillAsync("Trần Thị Mai");
        await administrator.GetByLabel("Tên đăng nhập").FillAsync("mai.tran");
        await administrator.GetByLabel("Biên tập").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Tạo đường dẫn mời" }).ClickAsync();
        var link = await administrator.GetByLabel("Đường dẫn", new() { Exact = true }).InputValueAsync();

        var colleague = await browser.NewPageAsync(app, 390, 844, ColorScheme.Dark);
        await colleague.GotoAsync(link);
        await colleague.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(ConsoleApp.Password);
        await colleague.GetByLabel("Nhập lại mật khẩu mới").FillAsync(ConsoleApp.Password);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Đặt mật khẩu và đăng nhập" }).ClickAsync();
        await Expect(colleague.GetByText("Chào Trần Thị Mai.")).ToBeVisibleAsync();
        await colleague.GotoAsync("/console/account/two-factor");
        var key = (await colleague.Locator("#key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / Totp.StepSeconds;
        await colleague.GetByLabel("Mã 6 số").FillAsync(Totp.CodeAt(key, step));
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Bật xác thực hai bước" }).ClickAsync();
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Name = "Mã dự phòng" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(colleague, "console-recovery-codes");
        await colleague.GetByText("Mục: ").ClickAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await colleague.SignInAsync("mai.tran");
        await colleague.GetByLabel(new Regex("Mã 6 số")).FillAsync(Totp.CodeAt(key, step + 1));
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await Expect(colleague.GetByText("Chào Trần Thị Mai.")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("desktop", 1280, 800, ColorScheme.Light)]
    [InlineData("desktop", 1280, 800, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("phone", 390, 844, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_fits_the_screen_and_keeps_the_policy(string screen, int width, int height, ColorScheme colours)
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        var id = await SeedAsync(app);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var page = await browser.NewPageAsync(app, width, height, colours);
        var complaints = page.Complaints();
        var findings = new List<string>();
        foreach (var path in (string[])["/console/sign-in", "/console/invitation/khong-con"]) await LookAsync(path);
        await page.SignInAsync("quan.tri");
        foreach (var path in (string[])
        [
            "/console", "/console/officials", "/console/officials?q=khong-ai", "/console/officials/invite", $"/console/officials/{id}", "/console/units",
            $"/console/units/{Unit.RootId}", "/console/audit", "/console/account", "/console/account?done=password", "/console/account/two-factor", "/console/khong-co-trang-nay",
        ]) await LookAsync(path);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.DoesNotContain(complaints, c => !c.Contains("404", StringComparison.Ordinal));

        async Task LookAsync(string path)
        {
            var name = Names().Replace(path.Split('?')[0].Replace(id.ToString(), "one", StringComparison.Ordinal), "-").Trim('-');
            findings.AddRange(await page.LookAtAsync(path, $"{screen}-{colours}-{name}{(path.Contains('?', StringComparison.Ordinal) ? "-empty" : "")}"));
            Assert.Equal(colours == ColorScheme.Dark ? "dark" : "light", await page.Locator("html").GetAttributeAsync("data-bs-theme"));
        }
    }

    [BrowserFact]
    public async Task A_filter_exchanges_the_list_alone_and_a_first_page_moves_by_itself()
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        await SeedAsync(app);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
        var page = await browser.NewPageAsync(app, 1280, 800, ColorScheme.Light);
        await page.SignInAsync("quan.tri");
        var first = await page.Context.NewPageAsync();
        await first.GotoAsync("/console");
        await page.GotoAsync("/console/officials");
        await page.EvaluateAsync("window.stays = true");
        await page.GetByLabel("Tình trạng").SelectOptionAsync("Chờ đặt mật khẩu");
        await Expect(page.GetByText("2 dòng", new() { Exact = true })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.stays === true"));
        Assert.Contains("state=invited", page.Url, StringComparison.Ordinal);

        await Expect(first.GetByText("Lời mời chưa nhận")).ToBeVisibleAsync();
        await page.GotoAsync("/console/officials/invite");
        await page.GetByLabel("Họ và tên").FillAsync("Người Mới");
        await page.GetByLabel("Tên đăng nhập").FillAsync("nguoi.moi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo đường dẫn mời" }).ClickAsync();
        await Expect(first.Locator("strong", new() { HasTextString = "3" })).ToBeVisibleAsync(new() { Timeout = 10_000 });
    }

    private static async Task<Guid> SeedAsync(ConsoleApp app)
    {
        await app.AddOfficialAsync("quan.tri", Rights.All);
        var commune = await app.AddUnitAsync("Xã Mẫu Sơn", UnitKind.Commune);
        await app.AddUnitAsync("Trung tâm Phục vụ hành chính công", UnitKind.Section, commune.Id);
        var id = await app.AddOfficialAsync("lan.nguyen", Right.HotlineAgent | Right.Editor, commune.Id);
        await using var db = app.Database.NewContext();
        db.Add(new Official { FullName = "Phạm Văn Chờ", UserName = "cho.pham", NormalizedUserName = "CHO.PHAM", UnitId = commune.Id, Rights = Right.Supervisor, CreatedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
        return id;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Names();
}
