using System.Text.Json;
using Chatbot.Testing.House;
using Microsoft.Playwright;

namespace Chatbot.BrowserTests;

/// <summary>axe-core from npm, run inside a page: what people with screen readers, keyboards or weak eyes would stumble over.</summary>
internal static class Axe
{
    private static readonly string Source = File.ReadAllText(Path.Combine(Repository.Root, "src", "Chatbot.Web", "node_modules", "axe-core", "axe.min.js"));

    /// <returns>Serious and critical findings, each with its rule and place.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.EvaluateAsync(Source);
        var found = await page.EvaluateAsync<JsonElement>(
            "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then(r => r.violations)");
        return [.. found.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").SelectMany(Words)];
    }

    private static IEnumerable<string> Words(JsonElement violation) =>
        violation.GetProperty("nodes").EnumerateArray().Select(node =>
            $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} ({node.GetProperty("failureSummary").GetString()})");
}
