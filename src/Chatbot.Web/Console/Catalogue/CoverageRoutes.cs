using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>An issued list held against the catalogue.</summary>
internal static class CoverageRoutes
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapCoverage(this IEndpointRouteBuilder catalogue)
    {
        catalogue.MapGet("/coverage", () => Pages.Show<CoveragePage>()).RequireRight(CatalogueRoutes.Readers);
        catalogue.MapPost("/coverage", ReportAsync).RequireRight(CatalogueRoutes.Readers);
    }

    private static async Task<IResult> ReportAsync(IFormCollection form, CoverageReader reader, CancellationToken ct)
    {
        var typed = form["list"].ToString();
        List<string> lines = [.. typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        try
        {
            if (form.Files.GetFile("file") is { Length: > 0 } file) lines.AddRange(await CoverageReader.LinesAsync(file, ct));
        }
        catch (InvalidDataException)
        {
            return Pages.Show<CoveragePage>(new { Typed = typed, Notice = CatalogueTexts.FileUnreadable }, StatusCodes.Status422UnprocessableEntity);
        }
        if (lines.Count == 0) return Pages.Show<CoveragePage>(new { Typed = typed, Notice = CatalogueTexts.CoverageNothing }, StatusCodes.Status422UnprocessableEntity);
        var report = await reader.ReportAsync(lines, ct);
        // What a file held stands in the field afterwards, so that the table can be fetched without the file.
        return form.Text("export") == "xlsx" ? TypedResults.Stream(Workbook.Of(Table(report)), Sheet, "do-phu.xlsx")
            : Pages.Show<CoveragePage>(new { Report = report, Typed = string.Join('\n', lines) });
    }

    private static IEnumerable<string[]> Table(CoverageReport report) =>
    [
        [CatalogueTexts.Code, CatalogueTexts.Procedure, CatalogueTexts.State, CatalogueTexts.Note],
        .. report.Lines.OrderByDescending(line => line.State).Select(line => new[] { line.Code, line.Title, CoverageWords.Of(line.State), line.Note }.Select(SafeCell.Of).ToArray()),
        .. report.Extra.Select(entry => new[] { entry.Code, entry.Title, CatalogueTexts.CoverageExtra, "" }.Select(SafeCell.Of).ToArray()),
    ];
}
