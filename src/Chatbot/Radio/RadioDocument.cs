using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chatbot.Radio;

/// <summary>The script as a Word file: large letters, wide lines, the voice before each paragraph.</summary>
public static class RadioDocument
{
    private const string Font = "Times New Roman";
    private const int BodySize = 28;   // half points
    private const int TitleSize = 36;

    public static byte[] Write(RadioScript script)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new Document(new Body([.. Content(script), Page()]));
            document.PackageProperties.Title = $"{RadioTexts.Title} – {script.Issue.Number}";
            document.PackageProperties.Creator = script.Office;
        }
        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(RadioScript script)
    {
        var time = script.ReadingTime;
        yield return Paragraph("Title", script.Office);
        yield return Paragraph("Title", RadioTexts.Title);
        yield return Paragraph("Subtitle", RadioTexts.Issue(script.Issue.Number, script.Issue.Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)));
        yield return Paragraph("Subtitle", RadioTexts.ReadingTime(script.Questions, script.WordCount, (int)time.TotalMinutes, time.Seconds, script.WordsPerMinute));
        var hasTwoVoices = script.Lines.Any(line => line.Voice == 2);
        var item = 0;
        foreach (var line in script.Lines)
        {
            if (line.Item > 0 && line.Item != item) yield return Paragraph("Heading1", RadioTexts.Heading(line.Item));
            item = line.Item;
            yield return Spoken(line, hasTwoVoices);
        }
    }

    private static Paragraph Spoken(RadioLine line, bool hasTwoVoices)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Normal" }));
        if (hasTwoVoices) paragraph.Append(Run($"{(line.Voice == 1 ? RadioTexts.Voice1 : RadioTexts.Voice2)}: ", isBold: true));
        paragraph.Append(Run(line.Text, isBold: false));
        return paragraph;
    }

    private static Run Run(string text, bool isBold)
    {
        var run = new Run();
        if (isBold) run.Append(new RunProperties(new Bold()));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static Paragraph Paragraph(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    // A4, 2 cm around; measures in twentieths of a point.
    private static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });

    private static Styles Styles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new FontSize { Val = $"{BodySize}" }, new Languages { Val = "vi-VN" }))),
        Style("Normal", "Normal", BodySize, isBold: false, JustificationValues.Left, after: 160, isDefault: true),
        Style("Title", "Title", TitleSize, isBold: true, JustificationValues.Center, after: 60, isDefault: false),
        Style("Subtitle", "Subtitle", BodySize - 4, isBold: false, JustificationValues.Center, after: 120, isDefault: false),
        Style("Heading1", "heading 1", BodySize + 2, isBold: true, JustificationValues.Left, after: 80, isDefault: false));

    private static Style Style(string id, string name, int size, bool isBold, JustificationValues align, int after, bool isDefault)
    {
        var run = new StyleRunProperties();
        if (isBold) run.Append(new Bold());
        run.Append(new FontSize { Val = $"{size}" });
        var paragraph = new StyleParagraphProperties();
        if (id == "Heading1") paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { After = $"{after}", Line = "360", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = align });
        if (id == "Heading1") paragraph.Append(new OutlineLevel { Val = 0 });
        return new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
    }
}
