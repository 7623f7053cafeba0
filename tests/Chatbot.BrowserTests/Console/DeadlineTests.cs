using Chatbot.Channels;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Officials;
using Chatbot.Testing.Console;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>A deadline that nears and passes, on a clock that is set ahead, as three officials see it.</summary>
[Trait("Category", "Browser")]
public sealed class DeadlineTests
{
    private const string Half = "Đã qua nửa thời hạn", Near = "Sắp đến hạn", Passed = "Quá hạn mà chưa trả lời";

    [BrowserFact]
    public async Task At_each_level_one_more_official_is_told_and_the_open_list_shows_what_is_late()
    {
        await using var app = await VirtualApp.StartAsync();
        var agent = await ConsoleApp.AddOfficialAsync(app.Services, "lan", Right.HotlineAgent);
        await ConsoleApp.AddOfficialAsync(app.Services, "minh", Right.Supervisor);
        await ConsoleApp.AddOfficialAsync(app.Services, "hoa", Right.Approver);
        var matter = await app.Services.PlantCaseAsync(app.Database, Unit.RootId, "Xin hỏi bao giờ sửa xong cầu", Channel.Zalo, CaseKind.Question, app.Clock.GetUtcNow());
        await app.Services.GetRequiredService<AssignCase>().ClaimAsync(matter.Id, agent, CancellationToken.None);
        await using var windows = new Windows();
        var (lan, minh, hoa) = (await SignedInAsync(windows, app, "lan"), await SignedInAsync(windows, app, "minh"), await SignedInAsync(windows, app, "hoa"));

        await PassAsync(app, matter.HalfAt!.Value);
        await AssertToldAsync(lan, told: [Half], untold: [Near, Passed]);
        await AssertToldAsync(minh, told: [], untold: [Half, Near, Passed]);
        await AssertToldAsync(hoa, told: [], untold: [Half, Near, Passed]);

        await PassAsync(app, matter.NearAt!.Value);
        await AssertToldAsync(lan, told: [Half, Near], untold: [Passed]);
        await AssertToldAsync(minh, told: [Near], untold: [Half, Passed]);
        await AssertToldAsync(hoa, told: [], untold: [Half, Near, Passed]);
        var list = await minh.Context.NewPageAsync();
        await list.GotoAsync("/console/cases");
        await Expect(list.Locator(".case-badge-near")).ToBeVisibleAsync();
        await Expect(list.Locator(".case-badge-late")).ToHaveCountAsync(0);

        await PassAsync(app, matter.DueAt!.Value);
        await Expect(list.Locator(".case-badge-late")).ToBeVisibleAsync();   // nobody has touched this page
        await Expect(list.Locator("a[href='/console/cases?group=Late']")).ToContainTextAsync("1");
        await Screenshots.TakeAsync(list, "cases-deadline-passed");
        await AssertToldAsync(lan, told: [Half, Near, Passed], untold: []);
        await AssertToldAsync(minh, told: [Near, Passed], untold: [Half]);
        await AssertToldAsync(hoa, told: [Passed], untold: [Half, Near]);
        Assert.Equal(0, await app.Services.GetRequiredService<WarnOfDeadlines>().WarnAsync(CancellationToken.None));   // told once
    }

    /// <summary>A second after this moment; the job that comes every minute comes now.</summary>
    private static async Task PassAsync(VirtualApp app, DateTimeOffset moment)
    {
        app.Clock.MoveTo(moment.AddSeconds(1));
        await app.Services.GetRequiredService<WarnOfDeadlines>().WarnAsync(CancellationToken.None);
    }

    private static async Task AssertToldAsync(IPage page, string[] told, string[] untold)
    {
        await page.GotoAsync("/console/cases/notices");
        foreach (var words in told) await Expect(page.GetByText(words)).ToHaveCountAsync(1);
        foreach (var words in untold) await Expect(page.GetByText(words)).ToHaveCountAsync(0);
    }

    private static async Task<IPage> SignedInAsync(Windows windows, VirtualApp app, string who)
    {
        var page = await windows.OpenAsync(app.Address);
        await page.SignInAsync(who);
        return page;
    }
}
