using Chatbot.Catalogue;
using Chatbot.Web.Console.Layout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using QRCoder;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>The sheet for the board as a Word file.</summary>
internal static class EntryDocument
{
    private const string Font = "Times New Roman";
    private const long CodeSide = 34 * 36_000;   // 34 mm in English metric units

    public static byte[] Write(IContentVersion version, IReadOnlyList<EntryPart> parts, IReadOnlyList<PrintCode> codes, string unit)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body(Centred(EntryReader.TitleOf(version), 36, isBold: true), Centred($"{CatalogueTexts.Code} {version.Code}", 24, isBold: false));
            foreach (var part in parts)
            {
                body.Append(Line(part.Heading, 28, isBold: true));
                foreach (var line in part.Lines) body.Append(Line(line, 26, isBold: false));
            }
            for (var i = 0; i < codes.Count; i++) body.Append(Code(main, codes[i], (uint)i + 1));
            body.Append(Line($"{unit}. {CatalogueTexts.PrintFooter(version.Version, version.SourceDate is { } day ? FormDays.Words(day) : CatalogueTexts.NotSaid)}", 22, isBold: false));
            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 850, Bottom = 850, Left = 850, Right = 850, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
            document.PackageProperties.Title = EntryReader.TitleOf(version);
            document.PackageProperties.Creator = unit;
        }
        return file.ToArray();
    }

    private static Paragraph Centred(string text, int size, bool isBold) =>
        new(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), Run(text, size, isBold));

    private static Paragraph Line(string text, int size, bool isBold) => new(new ParagraphProperties(new SpacingBetweenLines { After = "60" }), Run(text, size, isBold));

    /// <param name="text">The words.</param>
    /// <param name="size">Half points.</param>
    /// <param name="isBold">Fat letters.</param>
    private static Run Run(string text, int size, bool isBold)
    {
        var properties = new RunProperties(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font });
        if (isBold) properties.Append(new Bold());
        properties.Append(new FontSize { Val = $"{size}" });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Paragraph Code(MainDocumentPart main, PrintCode code, uint number)
    {
        var image = main.AddImagePart(ImagePartType.Png);
        using (var data = QRCodeGenerator.GenerateQrCode(code.Address, QRCodeGenerator.ECCLevel.M))
        using (var picture = new PngByteQRCode(data))
        using (var png = new MemoryStream(picture.GetGraphic(8)))
            image.FeedData(png);
        return new Paragraph(new Run(Picture(main.GetIdOfPart(image), code, number)), Run($" {code.Caption}: {code.Address}", 22, isBold: false));
    }

    private static Drawing Picture(string relation, PrintCode code, uint number) => new(new Wp.Inline(
        new Wp.Extent { Cx = CodeSide, Cy = CodeSide },
        new Wp.DocProperties { Id = number, Name = $"QR {number}", Description = code.Caption },
        new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = $"qr{number}.png" }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = CodeSide, Cy = CodeSide }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })));
}
