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
public sealed class CaseTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [BrowserFact]
    public async Task A_citizen_writes_in_San_thu_an_agent_answers_in_the_console_and_the_citizen_reads_it()
    {
        await using var app = await ConsoleApp.StartProcessAsync(DatabaseKind.Sqlite, ("ASPNETCORE_ENVIRONMENT", "Development"), ("StandIns__Port", "0"));
        await app.AddOfficialAsync("lan", Right.HotlineAgent | Right.Supervisor);
        await using var windows = new Windows();
        var agent = await windows.OpenAsync(app);
        await agent.SignInAsync("lan");
        await agent.GotoAsync("/console/cases");
        await Expect(agent.GetByText("Chưa có vụ việc nào")).ToBeVisibleAsync();

        var citizen = await windows.OpenTryOutAsync(app);
        await citizen.SayAsync("cho tôi gặp cán bộ");
        await Expect(citizen.Talk()).ToContainTextAsync("về việc gì");
        await citizen.SayAsync("Đèn đường trước nhà văn hóa thôn Bến hỏng đã ba hôm, tối đi lại rất nguy hiểm");
        await Expect(citizen.Talk()).ToContainTextAsync("Mã tra cứu:");

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
        await Expect(citizen.Talk()).ToContainTextAsync("tối mai sẽ sửa xong");
        await Screenshots.TakeAsync(citizen, "cases-citizen-reads");
        await Expect(agent.GetByRole(AriaRole.Log)).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Đã gửi|Đã nhận|Đã xem"));

        // The citizen writes again: the open page shows it, once, and its title tells of it while nobody looks.
        await agent.EvaluateAsync("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
        await citizen.SayAsync("Cảm ơn cán bộ, tôi chờ");
        await Expect(agent.GetByRole(AriaRole.Log).GetByText("Cảm ơn cán bộ, tôi chờ")).ToHaveCountAsync(1);
        await Expect(agent).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) "));
        await Screenshots.TakeAsync(agent, "cases-talk");
    }

    [BrowserFact]
    public async Task Of_two_agents_on_the_same_case_one_gets_it_and_the_other_sees_who()
    {
        var app = await shared.StartedAsync();
        await app.AddOfficialAsync("lan", Right.HotlineAgent);
        await app.AddOfficialAsync("minh", Right.HotlineAgent);
        var matter = await app.PlantCaseAsync(Unit.RootId, "Hỏi thủ tục đăng ký tạm trú");
        await using var windows = new Windows();
        var lan = await windows.OpenAsync(app);
        var minh = await windows.OpenOnPhoneAsync(app.Address, ColorScheme.Dark);
        await lan.SignInAsync("lan");
        await minh.SignInAsync("minh");
        await lan.GotoAsync($"/console/cases/{matter.Id}");
        await minh.GotoAsync($"/console/cases/{matter.Id}");
        await Expect(lan.GetByText("Cán bộ minh đang xem")).ToBeVisibleAsync();
        await lan.GetByLabel("Câu trả lời", new() { Exact = true }).FillAsync("Anh chị mang theo");
        await Expect(minh.GetByText("Cán bộ lan đang trả lời")).ToBeVisibleAsync();
        await ClaimTogetherAsync(lan, minh);
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

    /// <summary>Both presses reach the service at the same moment: the first waits at the door of the browser for the second.</summary>
    private static async Task ClaimTogetherAsync(params IPage[] pages)
    {
        using var pressed = new SemaphoreSlim(0);
        var both = new TaskCompletionSource();
        foreach (var page in pages)
            await page.RouteAsync("**/claim", async route =>
            {
                pressed.Release();
                await both.Task;
                await route.ContinueAsync();
            });
        var presses = pages.Select(page => page.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }).ClickAsync()).ToList();
        foreach (var _ in pages) await pressed.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience));
        both.SetResult();
        await Task.WhenAll(presses);
    }
}
