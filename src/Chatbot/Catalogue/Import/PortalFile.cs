using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Chatbot.Catalogue.Import;

/// <summary>One line of a JSON Lines file; <see cref="Json"/> is undefined when it could not be read.</summary>
public sealed record JsonLine(int Number, JsonElement Json)
{
    /// <summary>Null: the line was read.</summary>
    public string? Problem { get; init; }
}

/// <summary>JSON Lines, plain or gzip (told by the first bytes, not by the name), one line at a time.</summary>
public static class PortalFile
{
    public static async IAsyncEnumerable<JsonLine> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new StreamReader(await PlainAsync(file, ct), Encoding.UTF8, true, 1 << 16);
        for (var number = 1; ; number++)
        {
            var (line, problem) = await NextAsync(reader, ct);
            if (problem is not null) yield return new JsonLine(number, default) { Problem = problem };
            if (line is null) yield break;
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return Parse(number, line);
        }
    }

    private static async Task<Stream> PlainAsync(Stream file, CancellationToken ct)
    {
        var buffered = new BufferedStream(file, 1 << 16);
        var first = new byte[2];
        var read = await buffered.ReadAtLeastAsync(first, 2, throwOnEndOfStream: false, ct);
        var whole = new PrefixedStream(first.AsMemory(0, read), buffered);
        return read == 2 && first[0] == 0x1F && first[1] == 0x8B ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static async Task<(string? Line, string? Problem)> NextAsync(StreamReader reader, CancellationToken ct)
    {
        try
        {
            return (await reader.ReadLineAsync(ct), null);
        }
        catch (InvalidDataException)
        {
            return (null, "Tệp nén bị hỏng từ chỗ này; phần còn lại không đọc được");
        }
    }

    private static JsonLine Parse(int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonLine(number, document.RootElement.Clone())
                : new JsonLine(number, default) { Problem = "Dòng không phải là một đối tượng JSON" };
        }
        catch (JsonException broken)
        {
            return new JsonLine(number, default) { Problem = $"Dòng không phải JSON hợp lệ (vị trí {broken.BytePositionInLine})" };
        }
    }
}
