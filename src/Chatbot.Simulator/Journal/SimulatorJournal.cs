using System.Text;
using Chatbot.Simulator.Clock;

namespace Chatbot.Simulator.Journal;

/// <summary>The last calls, webhooks and notices, oldest dropped first. Tokens are never written down.</summary>
/// <param name="capacity">Entries kept; 0 keeps notices only.</param>
public sealed class SimulatorJournal(SimulatorClock clock, int capacity)
{
    private const int NoticesKept = 200;
    private readonly Lock gate = new();
    private readonly Queue<JournalEntry> entries = new();
    private readonly Queue<JournalEntry> notices = new();
    private long sequence;
    private long calls;
    private long webhooks;

    public bool KeepsTraffic => capacity > 0;

    public long Calls => Interlocked.Read(ref calls);

    public long Webhooks => Interlocked.Read(ref webhooks);

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (gate) return [.. entries.Concat(notices).OrderBy(e => e.Sequence)];
        }
    }

    public IReadOnlyList<JournalEntry> Notices
    {
        get
        {
            lock (gate) return [.. notices];
        }
    }

    internal void Call(Platform platform, string method, string target, ReadOnlyMemory<byte> body, int? status, string answer)
    {
        Interlocked.Increment(ref calls);
        if (KeepsTraffic) Keep(JournalKind.Call, platform, method, target, Encoding.UTF8.GetString(body.Span), status, answer, []);
    }

    internal void Webhook(Platform platform, Uri target, byte[] body, IEnumerable<KeyValuePair<string, string>> headers, int? status, string detail)
    {
        Interlocked.Increment(ref webhooks);
        if (KeepsTraffic) Keep(JournalKind.Webhook, platform, "POST", target.ToString(), Encoding.UTF8.GetString(body), status, detail, headers);
    }

    internal void Notice(Platform platform, string text)
    {
        lock (gate)
        {
            notices.Enqueue(new JournalEntry(++sequence, clock.GetUtcNow(), JournalKind.Notice, platform, "", "", "", null, text));
            if (notices.Count > NoticesKept) notices.Dequeue();
        }
    }

    private void Keep(
        JournalKind kind, Platform platform, string method, string target, string body, int? status, string detail, IEnumerable<KeyValuePair<string, string>> headers)
    {
        lock (gate)
        {
            entries.Enqueue(new JournalEntry(++sequence, clock.GetUtcNow(), kind, platform, method, target, body, status, detail)
            {
                Headers = headers.ToDictionary(),
            });
            while (entries.Count > capacity) entries.Dequeue();
        }
    }
}
