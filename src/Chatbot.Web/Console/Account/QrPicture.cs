using QRCoder;

namespace Chatbot.Web.Console.Account;

/// <summary>A QR code as an SVG that scales; without style in itself, which the pages' policy refuses.</summary>
public static class QrPicture
{
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
