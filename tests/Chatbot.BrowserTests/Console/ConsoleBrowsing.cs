using Chatbot.Testing.Console;
using Microsoft.Playwright;

namespace Chatbot.BrowserTests.Console;

/// <summary>What every browser test of the console does: opens a screen, signs in, looks at a page as people with weak eyes and narrow screens do.</summary>
internal static class ConsoleBrowsing
{
    public static async Task<IPage> NewPageAsync(this IBrowser browser, Uri address, int width, int height, ColorScheme colours)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh",
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    public static Task<IPage> NewPageAsync(this IBrowser browser, ConsoleApp app, int width, int height, ColorScheme colours) => browser.NewPageAsync(app.Address, width, height, colours);

    public static Task<IPage> NewPageAsync(this IBrowser browser, ConsoleApp app) => browser.NewPageAsync(app, 1280, 900, ColorScheme.Light);

    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/console/sign-in");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(ConsoleApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/console/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Errors of scripts and what the browser refuses to load, from now on.</summary>
    public static List<string> Complaints(this IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add($"{page.Url}: {message.Text}");
        };
        return complaints;
    }

    /// <summary>Opens a page, takes its picture and looks for what people would stumble over.</summary>
    /// <returns>Empty: nothing.</returns>
    public static async Task<IReadOnlyList<string>> LookAtAsync(this IPage page, string path, string picture)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        if (await page.Locator("[data-chart]").CountAsync() > 0) await page.Locator("[data-chart] canvas").First.WaitForAsync();
        var findings = (await Axe.FindAsync(page)).Select(finding => $"{path}: {finding}").ToList();
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > page.ViewportSize!.Width) findings.Add($"{path} scrolls sideways");
        await Screenshots.TakeAsync(page, picture);
        return findings;
    }
}
