using System.Text.Json;
using Chatbot.Testing.House;
using Microsoft.Playwright;

namespace Chatbot.BrowserTests;

/// <summary>axe-core from npm, run inside a page: what people with screen readers, keyboards or weak eyes would stumble over.</summary>
internal static class Axe
{
    private const string Everything = "{ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }";
    private const string Contrast = "{ resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast'] } }";

    private static readonly string Source = File.ReadAllText(Path.Combine(Repository.Root, "src", "Chatbot.Web", "node_modules", "axe-core", "axe.min.js"));

    /// <returns>Serious and critical findings, each with its rule and place.</returns>
    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => FindAsync(page, Everything);

    /// <summary>For other colours of a page that was looked at already: nothing else differs.</summary>
    public static Task<IReadOnlyList<string>> FindPaleAsync(IPage page) => FindAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, string options)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Source);
        var found = await page.EvaluateAsync<JsonElement>($"axe.run(document, {options}).then(r => r.violations)");
        return [.. found.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").SelectMany(Words)];
    }

    private static IEnumerable<string> Words(JsonElement violation) =>
        violation.GetProperty("nodes").EnumerateArray().Select(node =>
            $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} ({node.GetProperty("failureSummary").GetString()})");
}
