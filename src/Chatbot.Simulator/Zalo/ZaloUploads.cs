using System.Collections.Concurrent;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>Uploaded pictures and files; their ids and tokens die after seven days.</summary>
internal sealed class ZaloUploads(ZaloSettings settings, SimulatorClock clock)
{
    public const int ImageLimit = 1 << 20;
    public const int FileLimit = 5 << 20;
    private const int Kept = 64;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Upload> uploads = new(StringComparer.Ordinal);

    private (int Year, int Month) month;
    private int inMonth;

    public sealed record Upload(string Id, string Name, string ContentType, byte[] Bytes, DateTimeOffset At)
    {
        public string Url => "/media/" + Id;
    }

    /// <returns>Null when the platform refuses the type or the size.</returns>
    public Upload? Add(string kind, string name, byte[] bytes)
    {
        var type = (kind, Path.GetExtension(name).ToUpperInvariant()) switch
        {
            ("image", ".JPG" or ".JPEG") => "image/jpeg",
            ("image", ".PNG") => "image/png",
            ("gif", ".GIF") => "image/gif",
            ("file", ".PDF") => "application/pdf",
            ("file", ".CSV") when settings.CsvUploads => "text/csv",
            ("file", ".DOC") => "application/msword",
            ("file", ".DOCX") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _ => null,
        };
        if (type is null || bytes.Length == 0 || bytes.Length > (kind == "image" ? ImageLimit : FileLimit)) return null;
        var upload = new Upload(Ids.Opaque(18), name, type, bytes, clock.GetUtcNow());
        uploads[upload.Id] = upload;
        if (uploads.Count > Kept) uploads.TryRemove(uploads.Values.MinBy(u => u.At)!.Id, out _);
        return upload;
    }

    /// <summary>Counts one upload of this month; false above the app's limit.</summary>
    public bool TryCount()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if ((now.Year, now.Month) != month) (month, inMonth) = ((now.Year, now.Month), 0);
            return ++inMonth <= settings.UploadsPerMonth;
        }
    }

    /// <returns>Null when unknown or expired.</returns>
    public Upload? Find(string id) => uploads.TryGetValue(id, out var upload) && clock.GetUtcNow() - upload.At <= Lifetime ? upload : null;
}
