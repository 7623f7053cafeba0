using System.Globalization;
using Chatbot.Web.Console.Access;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <summary>The report as a Word file: what it is about, then the table of figures.</summary>
internal static class ReportDocument
{
    private const string Font = "Times New Roman";

    public static byte[] Write(ReportSheet report)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new Document(new Body([.. Content(report), Page()]));
            document.PackageProperties.Title = $"{ReportTexts.Title}: {report.Campaign.Name}";
        }
        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(ReportSheet report)
    {
        yield return Text(ReportTexts.Title, isBold: true, size: 32);
        foreach (var (name, value) in report.Facts)
        {
            yield return Text(name, isBold: true);
            foreach (var line in value.Split('\n')) yield return Text(line);
        }
        yield return Figures(report);
        yield return Text(report.Remark);
    }

    private static Table Figures(ReportSheet report)
    {
        var table = new Table(new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, Borders()), new TableGrid(new GridColumn(), new GridColumn(), new GridColumn(), new GridColumn()));
        table.Append(Row(isHeading: true, ReportTexts.Figure, ReportTexts.All, "Zalo", "Facebook"));
        foreach (var line in report.Lines) table.Append(Row(isHeading: false, (line.IsPart ? "   " : "") + line.Name, Number(line.Total), Number(line.Zalo), Number(line.Facebook)));
        return table;
    }

    private static TableRow Row(bool isHeading, params string[] cells)
    {
        var row = new TableRow();
        if (isHeading) row.Append(new TableRowProperties(new TableHeader()));   // repeated on each page
        row.Append(cells.Select((cell, place) => new TableCell(Text(cell, isHeading, align: place == 0 ? JustificationValues.Left : JustificationValues.Right))));
        return row;
    }

    private static Paragraph Text(string text, bool isBold = false, int size = 26, JustificationValues? align = null)
    {
        var look = new RunProperties();
        if (isBold) look.Append(new Bold());
        look.Append(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        return new Paragraph(new ParagraphProperties(new Justification { Val = align ?? JustificationValues.Left }), new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static string Number(int? count) => count is { } number ? FormValues.Number(number) : "";

    private static TableBorders Borders() => new(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>());

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static Styles Styles() => new(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
        new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new Languages { Val = "vi-VN" }))));

    // A4, 2 cm around; measures in twentieths of a point.
    private static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
}
