using Microsoft.Playwright;

namespace Chatbot.BrowserTests;

/// <summary>The windows of one test, each somebody else's: cookies and storage are not shared. Closed with the test.</summary>
internal sealed class Windows : IAsyncDisposable
{
    private readonly List<IBrowserContext> opened = [];

    /// <summary>At a desk.</summary>
    public Task<IPage> OpenAsync(Uri address) => OpenAsync(address, 1280, 900, ColorScheme.Light);

    /// <summary>On a telephone.</summary>
    public Task<IPage> OpenOnPhoneAsync(Uri address, ColorScheme colours = ColorScheme.Light) => OpenAsync(address, 390, 844, colours);

    public async Task<IPage> OpenAsync(Uri address, int width, int height, ColorScheme colours)
    {
        var context = await (await Chromium.SharedAsync()).NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh",
        });
        opened.Add(context);
        context.SetDefaultTimeout(Chromium.Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in opened) await context.CloseAsync();
    }
}
