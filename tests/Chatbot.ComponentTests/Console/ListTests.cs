using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chatbot.ComponentTests.Console;

/// <summary>The list of officials stands for all lists: filter, sort, pages, export.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed partial class ListTests(ConsoleApps apps)
{
    private const int Many = 60;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_list_is_found_sorted_turned_and_exported(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await app.AddUnitAsync("Xã Danh Sách", UnitKind.Commune);
        await app.AddOfficialAsync("ds.quantri", Right.Administrator, unit.Id);
        await SeedAsync(app, unit.Id);
        using var browser = await app.SignedInAsync("ds.quantri");

        // Nearly all have the same rights and unit: equal keys must not make pages overlap.
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++) seen.AddRange(Names(await browser.GetAsync($"/console/officials?sort=unit&desc=1&page={page}")));
        Assert.Equal(Many + 1, seen.Count);
        Assert.Equal(Many + 1, seen.Distinct().Count());

        Assert.Equal(["Đặng Thị Huệ"], Names(await browser.GetAsync("/console/officials?q=dang%20thi%20hue")));
        Assert.Equal(["Đặng Thị Huệ"], Names(await browser.GetAsync("/console/officials?q=%C4%90%E1%BA%B7ng")));
        Assert.Empty(Names(await browser.GetAsync("/console/officials?q=khong-co-ai")));
        Assert.Contains("Không có dòng nào khớp", browser.Text, StringComparison.Ordinal);
        Assert.Equal("ds.59", UserNames(await browser.GetAsync("/console/officials?sort=user&desc=1&state=invited"))[0]);

        var csv = await ReadCsvAsync(browser);
        Assert.Equal(Many + 2, csv.Count);
        Assert.Contains(csv, line => line.StartsWith("'=1+1 Công thức", StringComparison.Ordinal));
        Assert.Equal(Many + 2, await CountRowsAsync(browser));
        await browser.GetAsync("/console/audit?action=list.exported&q=ds.quantri");
        Assert.Equal(2, System.Net.WebUtility.HtmlDecode(browser.Html).Split("<td data-label=\"Làm gì\">").Length - 1);   // both exports, by this person
    }

    private static async Task SeedAsync(ConsoleApp app, Guid unit)
    {
        await using var db = app.Database.NewContext();
        for (var i = 0; i < Many; i++)
        {
            var name = i switch { 0 => "Đặng Thị Huệ", 1 => "=1+1 Công thức", _ => $"Nguyễn Văn {i:00}" };
            db.Add(new Official { FullName = name, UserName = $"ds.{i:00}", NormalizedUserName = $"DS.{i:00}", UnitId = unit, Rights = Right.HotlineAgent, CreatedAt = DateTimeOffset.UtcNow });
        }
        await db.SaveChangesAsync();
    }

    private static async Task<List<string>> ReadCsvAsync(Browser browser)
    {
        using var answer = await browser.AnswerAsync("/console/officials?export=csv");
        Assert.Equal("can-bo.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        return [.. System.Text.Encoding.UTF8.GetString(bytes[3..]).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task<int> CountRowsAsync(Browser browser)
    {
        using var answer = await browser.AnswerAsync("/console/officials?export=xlsx");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        Assert.Contains(rows, row => row.InnerText.StartsWith("'=1+1", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Descendants<CellFormula>().Any());
        return rows.Count;
    }

    private static List<string> Names(string html) => [.. Name().Matches(html).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value))];

    private static List<string> UserNames(string html) => [.. UserName().Matches(html).Select(m => m.Value)];

    [GeneratedRegex("<a href=\"/console/officials/[0-9a-f-]{36}\">([^<]+)</a>")]
    private static partial Regex Name();

    [GeneratedRegex(@"ds\.\d\d")]
    private static partial Regex UserName();
}
