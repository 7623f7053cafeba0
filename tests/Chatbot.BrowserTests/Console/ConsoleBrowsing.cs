using Chatbot.Testing.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>What browser tests of the console and of Sân thử do again and again.</summary>
internal static class ConsoleBrowsing
{
    public static Task<IPage> OpenAsync(this Windows windows, ConsoleApp app) => windows.OpenAsync(app.Address);

    /// <summary>Where a citizen writes.</summary>
    public static async Task<IPage> OpenTryOutAsync(this Windows windows, ConsoleApp app)
    {
        var citizen = await windows.OpenOnPhoneAsync(app.Address);
        await citizen.GotoAsync((await app.Process.TryOutAddressAsync()).ToString());
        return citizen;
    }

    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/console/sign-in");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(ConsoleApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/console/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The talk in Sân thử.</summary>
    public static ILocator Talk(this IPage citizen) => citizen.GetByRole(AriaRole.Log, new() { Name = "Cuộc trò chuyện" });

    public static async Task SayAsync(this IPage citizen, string words)
    {
        await citizen.GetByRole(AriaRole.Textbox, new() { Name = "Tin nhắn" }).FillAsync(words);
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(citizen.Talk()).ToContainTextAsync(words);
    }
}
