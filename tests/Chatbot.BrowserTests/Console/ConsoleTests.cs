using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Testing.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>The console as officials meet it, in a real Chromium.</summary>
[Trait("Category", "Browser")]
public sealed partial class ConsoleTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [BrowserFact]
    public async Task An_administrator_invites_a_colleague_who_sets_up_two_factors_and_signs_in_again()
    {
        var app = await shared.StartedAsync();
        await app.AddOfficialAsync("moi.nguoi", Right.Administrator | Right.Auditor);
        await using var windows = new Windows();
        var administrator = await windows.OpenAsync(app);
        await administrator.SignInAsync("moi.nguoi");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Cán bộ", Exact = true }).ClickAsync();
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Mời cán bộ" }).ClickAsync();
        await administrator.GetByLabel("Họ và tên").FillAsync("Trần Thị Mai");
        await administrator.GetByLabel("Tên đăng nhập").FillAsync("mai.tran");
        await administrator.GetByLabel("Biên tập").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Tạo đường dẫn mời" }).ClickAsync();
        var link = await administrator.GetByLabel("Đường dẫn", new() { Exact = true }).InputValueAsync();

        var colleague = await windows.OpenOnPhoneAsync(app.Address, ColorScheme.Dark);
        await colleague.GotoAsync(link);
        await colleague.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(ConsoleApp.Password);
        await colleague.GetByLabel("Nhập lại mật khẩu mới").FillAsync(ConsoleApp.Password);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Đặt mật khẩu và đăng nhập" }).ClickAsync();
        await Expect(colleague.GetByText("Chào Trần Thị Mai.")).ToBeVisibleAsync();
        await colleague.GotoAsync("/console/account/two-factor");
        var key = (await colleague.Locator("#key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var first = StepNow();
        await colleague.GetByLabel("Mã 6 số").FillAsync(Totp.CodeAt(key, first));
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Bật xác thực hai bước" }).ClickAsync();
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Name = "Mã dự phòng" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(colleague, "console-recovery-codes");
        await colleague.GetByText("Mục: ").ClickAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await colleague.SignInAsync("mai.tran");
        await colleague.GetByLabel(new Regex("Mã 6 số")).FillAsync(Totp.CodeAt(key, Math.Max(first + 1, StepNow())));   // a code counts once
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await Expect(colleague.GetByText("Chào Trần Thị Mai.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_filter_exchanges_the_list_alone_and_a_first_page_moves_by_itself()
    {
        var app = await shared.StartedAsync();
        await SeedAsync(app, "truong.xa", "Xã Suối Trong", isOfCommune: true);
        await using var windows = new Windows();
        var page = await windows.OpenAsync(app);
        await page.SignInAsync("truong.xa");
        var first = await page.Context.NewPageAsync();
        await first.GotoAsync("/console");
        await page.GotoAsync("/console/officials");
        await page.EvaluateAsync("window.stays = true");
        await page.GetByLabel("Tình trạng").SelectOptionAsync("Chờ đặt mật khẩu");
        await Expect(page.GetByText("1 dòng", new() { Exact = true })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.stays === true"));
        Assert.Contains("state=invited", page.Url, StringComparison.Ordinal);

        var tile = first.Locator("a", new() { HasTextString = "Lời mời chưa nhận" }).Locator("strong");
        await Expect(tile).ToHaveTextAsync("1");
        await page.GotoAsync("/console/officials/invite");
        await page.GetByLabel("Họ và tên").FillAsync("Người Mới");
        await page.GetByLabel("Tên đăng nhập").FillAsync("nguoi.moi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo đường dẫn mời" }).ClickAsync();
        await Expect(tile).ToHaveTextAsync("2");
    }

    private static long StepNow() => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / Totp.StepSeconds;

    /// <summary>A commune with an agent and somebody who was invited.</summary>
    /// <param name="administrator">Of everything, or of the commune alone, who then sees nothing of other tests.</param>
    private static async Task<Guid> SeedAsync(ConsoleApp app, string administrator, string name, bool isOfCommune = false)
    {
        var commune = await app.AddUnitAsync(name, UnitKind.Commune);
        await app.AddOfficialAsync(administrator, Rights.All, isOfCommune ? commune.Id : Unit.RootId);
        await app.AddUnitAsync($"Trung tâm Phục vụ hành chính công {name}", UnitKind.Section, commune.Id);
        var id = await app.AddOfficialAsync($"lan.{administrator}", Right.HotlineAgent | Right.Editor, commune.Id);
        await using var db = app.Database.NewContext();
        var waiting = $"cho.{administrator}";
        db.Add(new Official { FullName = "Phạm Văn Chờ", UserName = waiting, NormalizedUserName = waiting.ToUpperInvariant(), UnitId = commune.Id, Rights = Right.Supervisor, CreatedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
        return id;
    }

}
