using Microsoft.Playwright;

namespace Chatbot.BrowserTests;

/// <summary>Pictures for people to look at, in the folder named by <c>CHATBOT_SCREENSHOTS</c>; without it none are taken.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CHATBOT_SCREENSHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Folder).FullName, name + ".png") });
    }
}
