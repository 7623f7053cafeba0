using Microsoft.Playwright;

namespace Chatbot.BrowserTests;

/// <summary>Looks at pages as people do: on a telephone and at a desk, by day and by night. A page is loaded once for all four.</summary>
internal static class Looks
{
    // From narrow to wide: a drawing that has not followed yet is never too wide.
    private static readonly (string Name, int Width, int Height, ColorScheme Colours)[] All =
        [("phone-light", 390, 844, ColorScheme.Light), ("phone-dark", 390, 844, ColorScheme.Dark), ("desktop-dark", 1280, 900, ColorScheme.Dark), ("desktop-light", 1280, 900, ColorScheme.Light)];

    // Colours on their way from one to the other are nobody's colours. (A sheet made by script is not what the policy forbids.)
    private const string Still = """
        () => {
          const still = new CSSStyleSheet();
          still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
        }
        """;

    private const string HasColours = "dark => !document.documentElement.dataset.theme || document.documentElement.dataset.bsTheme === (dark ? 'dark' : 'light')";

    /// <param name="pictures">Beginning of their names.</param>
    /// <returns>What anybody would stumble over, and pages that scroll sideways; empty: nothing.</returns>
    public static async Task<IReadOnlyList<string>> LookAtAsync(this IPage page, string path, string pictures)
    {
        await page.SetViewportSizeAsync(All[0].Width, All[0].Height);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        if (await page.Locator("[data-chart]").CountAsync() > 0) await page.Locator("[data-chart] canvas").First.WaitForAsync();
        return await page.LookAsync(path, pictures);
    }

    /// <summary>The page as it stands.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(this IPage page, string path, string pictures)
    {
        await page.EvaluateAsync(Still);
        var findings = new List<string>();
        foreach (var (name, width, height, colours) in All)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.WaitForFunctionAsync(HasColours, colours == ColorScheme.Dark);
            var found = colours == ColorScheme.Dark ? await Axe.FindPaleAsync(page) : await Axe.FindAsync(page);
            findings.AddRange(found.Select(finding => $"{path} ({name}): {finding}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width) findings.Add($"{path} ({name}) scrolls sideways");
            await Screenshots.TakeAsync(page, $"{pictures}-{name}");
        }
        return findings;
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
}
