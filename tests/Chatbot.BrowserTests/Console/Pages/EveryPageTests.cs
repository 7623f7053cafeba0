using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Testing.Console;
using Chatbot.Testing.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Chatbot.BrowserTests.Console.Pages;

/// <summary>Every page that the service has, as people see it: on a telephone and at a desk, by day and by night.</summary>
[Trait("Category", "Browser")]
public sealed partial class EveryPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    // Not pages: streams, files and what scripts ask for. The second step of the sign-in is looked at where somebody signs in with it.
    private static readonly string[] NotPages =
    [
        "/console/live/", "/console/assets/", "/docx", "/calendar/events", "/attachments/", "/files/", "/cases/{id:guid}/canned", "/console/catalogue/imports/template/", "/console/sign-in/code", ".xml", "/robots.txt", "/health/", "/webhooks/",
        "/api/", "/openapi", "/connect/", "/zalo_verifier", "/l/", "/privacy/deletion/",
    ];

    [BrowserFact]
    public async Task It_is_accessible_fits_the_screen_keeps_the_policy_and_none_is_left_out()
    {
        var app = await shared.StartedAsync();
        await using var windows = new Windows();
        var page = await windows.OpenAsync(app);
        var (complaints, findings) = (page.Complaints(), new List<string>());
        string[] open = ["/", "/console/sign-in", "/console/invitation/khong-con"];
        foreach (var path in open) await LookAsync(path);
        var paths = await SeedAsync(app);
        await page.SignInAsync("lan.duyet");
        foreach (var path in paths) await LookAsync(path);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.DoesNotContain(complaints, c => !c.Contains("404", StringComparison.Ordinal));
        Assert.Empty(LeftOut([.. open, .. paths]));

        async Task LookAsync(string path)
        {
            findings.AddRange(await page.LookAtAsync(path, "page-" + Names().Replace(Ids().Replace(path, "one"), "-").Trim('-')));
            findings.AddRange(await DownloadAsync(page));
        }
    }

    /// <summary>Every list that offers a file gives one.</summary>
    private static async Task<IReadOnlyList<string>> DownloadAsync(IPage page)
    {
        var findings = new List<string>();
        foreach (var link in await page.Locator("a[href*='export=']").EvaluateAllAsync<string[]>("all => all.map(one => one.href)"))
        {
            var answer = await page.APIRequest.GetAsync(link);
            if (!answer.Headers.TryGetValue("content-disposition", out var name) || !name.StartsWith("attachment", StringComparison.Ordinal)) findings.Add($"{link} is no file");
        }
        return findings;
    }

    private static async Task<IReadOnlyList<string>> SeedAsync(ConsoleApp app)
    {
        await app.AddOfficialAsync("quan.tri", Rights.All);
        await app.AddOfficialAsync("lan.duyet", Rights.All);
        using var editor = await app.SignedInAsync("quan.tri");
        using var leader = await app.SignedInAsync("lan.duyet");
        string[] paths =
        [
            .. await AccountPages.SeedAsync(app), .. await CasePages.SeedAsync(app, editor), .. await DeskPages.SeedAsync(app, editor, leader), .. await CampaignPages.SeedAsync(app, editor),
        ];
        return [.. paths.Distinct()];
    }

    /// <summary>Addresses of pages, as the service lists them itself, that none of these paths is at.</summary>
    private static IEnumerable<string> LeftOut(IReadOnlyCollection<string> paths) =>
        from one in ServiceEndpoints.Below("/")
        where one.Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && !NotPages.Any(part => one.Pattern.Contains(part, StringComparison.Ordinal))
        where !paths.Any(path => Regex.IsMatch(path.Split('?')[0], $"^{Holes().Replace(one.Pattern, hole => hole.Value.EndsWith("?}", StringComparison.Ordinal) ? "(/[^/]+)?" : "[^/]+")}$"))
        select one.Pattern;

    [GeneratedRegex(@"/?\{[^}]+\?\}|\{[^}]+\}")]
    private static partial Regex Holes();

    [GeneratedRegex("[^a-z0-9A-Z]+")]
    private static partial Regex Names();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
