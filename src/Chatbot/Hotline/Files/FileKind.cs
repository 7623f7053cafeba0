using System.IO.Compression;
using System.Text;

namespace Chatbot.Hotline.Files;

/// <summary>What a file is by its first bytes. Only what offices and citizens exchange, and nothing that runs.</summary>
/// <param name="Ending">With the dot.</param>
public sealed record FileKind(string ContentType, string Ending)
{
    private static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    /// <returns>Null: something else, and not to be stored.</returns>
    public static FileKind? Of(byte[] content)
    {
        if (Begins(content, [0xFF, 0xD8, 0xFF])) return new("image/jpeg", ".jpg");
        if (Begins(content, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return new("image/png", ".png");
        if (Begins(content, "GIF87a"u8) || Begins(content, "GIF89a"u8)) return new("image/gif", ".gif");
        if (Begins(content, "RIFF"u8) && content.Length > 12 && content.AsSpan(8, 4).SequenceEqual("WEBP"u8)) return new("image/webp", ".webp");
        if (Begins(content, "%PDF-"u8)) return new("application/pdf", ".pdf");
        if (Begins(content, "ID3"u8) || Begins(content, [0xFF, 0xFB])) return new("audio/mpeg", ".mp3");
        if (Begins(content, [0xFF, 0xF1]) || Begins(content, [0xFF, 0xF9])) return new("audio/aac", ".aac");   // Zalo's recordings
        if (content.Length > 12 && content.AsSpan(4, 4).SequenceEqual("ftyp"u8)) return IsAudio(content) ? new("audio/mp4", ".m4a") : new("video/mp4", ".mp4");
        return Begins(content, "PK\x03\x04"u8) ? Office(content) : null;
    }

    private static bool Begins(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    private static bool IsAudio(byte[] content) => Encoding.ASCII.GetString(content, 8, 4) is "M4A " or "M4B ";

    /// <summary>A Word or Excel file without macros; any other archive may hold anything.</summary>
    private static FileKind? Office(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = archive.Entries.Select(e => e.FullName).ToList();
            if (names.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || !names.Contains("[Content_Types].xml")) return null;
            return names.Contains("word/document.xml") ? Docx : names.Contains("xl/workbook.xml") ? Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
