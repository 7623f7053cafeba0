using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Testing.Console;
using Chatbot.Web.Console.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Console;

/// <summary>The catalogue's forms and links, as a person fills and follows them.</summary>
internal static partial class CatalogueForms
{
    public const string Root = "/console/catalogue";

    public static async Task AdoptAsync(Browser editor)
    {
        await editor.GetAsync(Root);
        await editor.SubmitAsync(Root + "/starter");
    }

    public static async Task<Guid> PeopleAsync(ConsoleApp app, string prefix, Right first = Right.CatalogueEditor)
    {
        var unit = await app.AddUnitAsync($"Xã {prefix}", UnitKind.Commune);
        await app.AddOfficialAsync($"{prefix}.sua", first, unit.Id);
        await app.AddOfficialAsync($"{prefix}.duyet", Right.Approver, unit.Id);
        return unit.Id;
    }

    public static async Task UploadAsync(Browser editor, Guid unit, string name, string content)
    {
        await editor.GetAsync(Root + "/imports");
        var token = Hidden(editor).First(field => field.Name == "__RequestVerificationToken").Value;
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        await editor.PostAsync(Root + "/imports", new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Procedures"), "kind" }, { new StringContent(unit.ToString()), "unit" }, { file, "file", name },
        });
    }

    public static async Task ImportedAsync(ConsoleApp app, Guid unit, string name)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            await using var db = app.Database.NewContext();
            if (await db.Set<ImportRun>().AnyAsync(r => r.UnitId == unit && r.FileName == name && r.FinishedAt != null)) return;
            await Task.Delay(100);
        }
        Assert.Fail($"{name} was not imported in time");
    }

    public static string FieldOf(string heading) => DraftField.OfProcedure.Single(field => field.Heading == heading).Name;

    // Every field of the form as the page filled it.
    public static IEnumerable<(string Name, string Value)> Fields(Browser browser)
    {
        foreach (Match match in TextArea().Matches(browser.Html)) yield return (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (Match match in Input().Matches(browser.Html)) yield return (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (Match match in Select().Matches(browser.Html))
            yield return (match.Groups[1].Value, WebUtility.HtmlDecode(Selected().Match(match.Groups[2].Value) is { Success: true } chosen ? chosen.Groups[1].Value : ""));
    }

    public static IEnumerable<(string Name, string Value)> Hidden(Browser browser) =>
        HiddenField().Matches(browser.Html).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).DistinctBy(field => field.Item1);

    public static string LinkTo(Browser browser, string code)
    {
        var row = Regex.Match(browser.Html, $"<td data-label=\"Mã\">{Regex.Escape(code)}</td>.*?href=\"({Root}/entries/[0-9a-f-]+)\"", RegexOptions.Singleline);
        Assert.True(row.Success, browser.Text);
        return row.Groups[1].Value;
    }

    [GeneratedRegex("<textarea[^>]* name=\"(c\\d+)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex("<input class=\"form-control[^>]* name=\"(c\\d+)\" value=\"([^\"]*)\"")]
    private static partial Regex Input();

    [GeneratedRegex("<select[^>]* name=\"(c\\d+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
