using System.IO.Compression;
using System.Text.Json;

namespace Chatbot.Catalogue;

/// <summary>Parts of a procedure that lie compressed in memory once they are folded: a citizen asks for a few hundred procedures of the thousands.</summary>
internal sealed class FoldedParts(ProcedureParts parts)
{
    /// <summary>Shorter ones, in bytes of JSON, take less place as they are.</summary>
    private const int LeastToFold = 1_000;

    // The ones read last stay open; two that meet at one place take turns.
    private static readonly Opened?[] Recent = new Opened?[256];

    public static readonly FoldedParts None = new(new ProcedureParts());

    private volatile ProcedureParts? kept = parts;
    private byte[] folded = [];

    public ProcedureParts Open => kept ?? Unfolded();

    /// <summary>Once is enough; who reads meanwhile notices nothing.</summary>
    public void Fold()
    {
        if (kept is not { } open) return;
        var json = JsonSerializer.SerializeToUtf8Bytes(open, CatalogueJson.Parts);
        if (json.Length < LeastToFold) return;
        var zipped = new MemoryStream();
        using (var zip = new DeflateStream(zipped, CompressionLevel.Fastest)) zip.Write(json);
        folded = zipped.ToArray();
        kept = null;
    }

    private ProcedureParts Unfolded()
    {
        ref var place = ref Recent[(uint)GetHashCode() % (uint)Recent.Length];
        if (Volatile.Read(ref place) is { } recent && recent.Of == this) return recent.Parts;
        using var zip = new DeflateStream(new MemoryStream(folded, writable: false), CompressionMode.Decompress);
        var open = JsonSerializer.Deserialize(zip, CatalogueJson.Parts)!;
        Volatile.Write(ref place, new Opened(this, open));
        return open;
    }

    private sealed record Opened(FoldedParts Of, ProcedureParts Parts);
}
