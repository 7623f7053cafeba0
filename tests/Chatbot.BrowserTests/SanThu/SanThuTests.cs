using System.Text.RegularExpressions;
using Chatbot.Testing.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.SanThu;

/// <summary>What a newcomer does first: starts the service with one command, opens Sân thử and writes as a citizen.</summary>
[Trait("Category", "Browser")]
public sealed class SanThuTests : IDisposable
{
    private const string Question = "lam giay khai sinh cho be can giay to gi";
    private static readonly Regex BirthPapers = new("1\\.001193[\\s\\S]*Giấy chứng sinh", RegexOptions.IgnoreCase);
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-san-thu-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [BrowserFact]
    public async Task A_newcomer_asks_on_Zalo_taps_a_button_and_asks_again_on_Facebook()
    {
        await using var service = ServiceProcess.Bare(folder, ("ASPNETCORE_ENVIRONMENT", "Development"), ("StandIns__Port", "0"));
        await service.StartAsync();
        var tryOut = await service.TryOutAddressAsync();
        await AskOnBothAsync("desktop", tryOut, 1280, 800);
        await AskOnBothAsync("phone", new Uri(tryOut, "#citizen=bac-tu"), 390, 844);   // somebody else, who has not asked yet
    }

    private static async Task AskOnBothAsync(string screen, Uri address, int width, int height)
    {
        await using var windows = new Windows();
        var page = await windows.OpenAsync(address, width, height, ColorScheme.Light);
        var complaints = page.Complaints();
        await page.GotoAsync(address.ToString());
        await Expect(Talk(page)).ToContainTextAsync("Chưa có tin nào");
        await Expect(page.GetByText("Official Account trên Zalo")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"{screen}-1-empty");

        await AskAsync(page);
        await Expect(Answers(page).First).ToContainTextAsync("1.001193");
        await Expect(Talk(page)).ToContainTextAsync(BirthPapers);
        await Expect(Talk(page).GetByText(Question, new() { Exact = true })).ToBeInViewportAsync();   // a long answer is read from its beginning
        await Screenshots.TakeAsync(page, $"{screen}-2-zalo-card");
        await TapFeeAsync(page);
        await Screenshots.TakeAsync(page, $"{screen}-3-zalo-fee");

        await page.GetByRole(AriaRole.Button, new() { Name = "Facebook", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Trang Facebook, Messenger")).ToBeVisibleAsync();
        await Expect(Talk(page)).ToContainTextAsync("Chưa có tin nào");
        await AskAsync(page);
        await Expect(Talk(page)).ToContainTextAsync(BirthPapers);
        await Screenshots.TakeAsync(page, $"{screen}-4-facebook-card");
        await TapFeeAsync(page);
        await Screenshots.TakeAsync(page, $"{screen}-5-facebook-fee");

        await AssertFitsAsync(page, width);
        Assert.Empty(complaints);
    }

    private static ILocator Talk(IPage page) => page.GetByRole(AriaRole.Log, new() { Name = "Cuộc trò chuyện" });

    private static ILocator Answers(IPage page) => Talk(page).GetByText("1.001193");

    private static async Task AskAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Tin nhắn" }).FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(Talk(page)).ToContainTextAsync(Question);
    }

    /// <summary>The button is in the conversation on Zalo and above the composer on Facebook.</summary>
    private static async Task TapFeeAsync(IPage page)
    {
        var received = Talk(page).GetByText("Trả lời tự động");
        var before = await received.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lệ phí", Exact = true }).Last.ClickAsync();
        await Expect(received.Nth(before)).ToBeVisibleAsync();
        await Expect(Talk(page)).ToContainTextAsync(new Regex("1\\.001193[\\s\\S]*Lệ phí[\\s\\S]*1\\.001193", RegexOptions.IgnoreCase));
    }

    private static async Task AssertFitsAsync(IPage page, int width) =>
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "the page scrolls sideways");
}
