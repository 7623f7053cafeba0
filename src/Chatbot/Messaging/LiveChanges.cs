using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Messaging;

/// <summary>"Something about this has changed", for pages that are open now and for what is kept in memory, in every process: NOTIFY on PostgreSQL, in the process on SQLite.</summary>
/// <remarks>Carries ids only. May tell a thing twice and may leave one out (a lost connection): then it tells <see cref="LiveSubject.Everything"/>,
/// and a page looks anew. Nothing may depend on it alone: whoever listens also looks by the clock.</remarks>
public sealed class LiveChanges(DatabaseInfo database)
{
    internal const string ChannelName = "chatbot_live";

    private readonly HashSet<LiveSubscription> listeners = [];
    private readonly Lock changing = new();

    /// <summary>Inside the transaction: other processes hear of it when it is committed, and only then.</summary>
    public async Task AnnounceAsync(ChatbotDb db, IReadOnlyCollection<LiveChange> changes, CancellationToken ct)
    {
        if (database.Kind != DatabaseKind.PostgreSql || changes.Count == 0) return;
        foreach (var some in changes.Distinct().Chunk(100))
        {
            var payload = string.Join(',', some.Select(change => change.Write()));
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({ChannelName}, {payload})", ct);
        }
    }

    /// <summary>After the commit. On PostgreSQL this process hears itself like every other one.</summary>
    public void Committed(IReadOnlyCollection<LiveChange> changes)
    {
        if (database.Kind == DatabaseKind.PostgreSql) return;
        foreach (var change in changes.Distinct()) Tell(change);
    }

    /// <summary>Announced on its own, where the change was committed elsewhere.</summary>
    public async Task TellAsync(ChatbotDb db, IReadOnlyCollection<LiveChange> changes, CancellationToken ct)
    {
        await AnnounceAsync(db, changes, ct);
        Committed(changes);
    }

    /// <summary>Until it is disposed of.</summary>
    public LiveSubscription Listen(IEnumerable<LiveChange> about)
    {
        var mine = new LiveSubscription(about, Forget);
        lock (changing) listeners.Add(mine);
        return mine;
    }

    internal void Hear(string payload)
    {
        foreach (var written in payload.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (LiveChange.Read(written) is { } change) Tell(change);
    }

    internal void Tell(LiveChange change)
    {
        lock (changing)
            foreach (var listener in listeners) listener.Tell(change);
    }

    private void Forget(LiveSubscription gone)
    {
        lock (changing) listeners.Remove(gone);
    }
}

/// <summary>What a change is about. Everything: notices may have been missed. FirstPages: a count that waits for somebody. Knowledge: what answers rest on.</summary>
public enum LiveSubject { Everything, Case, Conversation, Official, Unit, FirstPages, Knowledge, Campaign }

public sealed record LiveChange(LiveSubject Subject, Guid Id)
{
    public static readonly LiveChange Everything = new(LiveSubject.Everything, Guid.Empty);

    /// <summary>Some count on the first pages may have changed.</summary>
    public static readonly LiveChange FirstPages = new(LiveSubject.FirstPages, Guid.Empty);

    /// <summary>The catalogue or the phrases have changed: the next index is to be built at once.</summary>
    public static readonly LiveChange Knowledge = new(LiveSubject.Knowledge, Guid.Empty);

    public static LiveChange Case(Guid id) => new(LiveSubject.Case, id);

    /// <summary>A message came, left, arrived or was seen.</summary>
    public static LiveChange Conversation(Guid id) => new(LiveSubject.Conversation, id);

    /// <summary>Its state or its progress.</summary>
    public static LiveChange Campaign(Guid id) => new(LiveSubject.Campaign, id);

    /// <summary>There is a notice for this official.</summary>
    public static LiveChange Official(Guid id) => new(LiveSubject.Official, id);

    /// <summary>Lists of this unit's cases look different now.</summary>
    public static LiveChange Unit(Guid id) => new(LiveSubject.Unit, id);

    internal string Write() => $"{(int)Subject}:{Id:N}";

    /// <returns>Null: not one of ours, or of a newer version.</returns>
    internal static LiveChange? Read(string written) =>
        written.Split(':') is [var subject, var id] && int.TryParse(subject, out var number) && Enum.IsDefined((LiveSubject)number) && Guid.TryParse(id, out var known)
            ? new((LiveSubject)number, known)
            : null;
}
