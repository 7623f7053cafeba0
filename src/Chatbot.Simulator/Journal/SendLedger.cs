using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Journal;

/// <summary>Counts every request that sends messages, so that a crash drill can compare what the service calls unconfirmed with what was really
/// under way. It sees the wire only: a send that the service had marked but not yet put on the wire is not here.</summary>
/// <param name="capacity">Sends kept with their details; 0: totals only.</param>
public sealed class SendLedger(TimeProvider machine, int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<SendTicket> kept = new();
    private readonly Dictionary<string, SendTicket> last = new(StringComparer.Ordinal);   // of each open connection
    private long received;
    private long accepted;
    private long broken;
    private long answered;

    public SendTotals Totals
    {
        get
        {
            lock (gate) return new SendTotals(received, accepted, received - broken - answered, broken, answered);
        }
    }

    /// <summary>Sends numbered above <paramref name="number"/>, oldest first, as far as they are kept.</summary>
    public IReadOnlyList<SendRecord> After(long number)
    {
        lock (gate) return [.. kept.Where(t => t.Number > number).Select(t => t.ToRecord())];
    }

    /// <summary>Sends under way at a moment of the machine's clock; those not kept any more are not counted.</summary>
    /// <param name="moment">For example when the service was killed.</param>
    /// <param name="margin">How long before the moment an answer may have been complete and still count: the time the service takes to store it.</param>
    public SendsInFlight InFlightAt(DateTimeOffset moment, TimeSpan margin)
    {
        lock (gate)
        {
            var states = kept.Where(t => t.ReceivedAt <= moment && t.WasOpenAt(moment, margin)).GroupBy(t => t.StateAt(moment)).ToDictionary(g => g.Key, g => g.Count());
            return new SendsInFlight(Of(SendState.Handling), Of(SendState.Broken), Of(SendState.Answered), Of(SendState.Read));

            int Of(SendState state) => states.GetValueOrDefault(state);
        }
    }

    /// <summary>Any request over a connection shows that the client has read the answer to the send before it.</summary>
    internal void NoteRequest(string connection)
    {
        lock (gate)
            if (last.TryGetValue(connection, out var before)) before.ReadAt ??= machine.GetUtcNow();
    }

    /// <summary>Books a send; it is finished when Kestrel is done with the response, however that ended.</summary>
    internal SendTicket Begin(HttpContext http, Platform platform)
    {
        var ticket = new SendTicket(platform, http.Connection.Id, machine.GetUtcNow());
        bool isFirst;
        lock (gate)
        {
            ticket.Number = ++received;
            isFirst = !last.ContainsKey(ticket.Connection);
            last[ticket.Connection] = ticket;
            if (capacity > 0) kept.Enqueue(ticket);
            if (kept.Count > capacity) kept.Dequeue();
        }

        if (isFirst) http.Features.Get<IConnectionLifetimeFeature>()?.ConnectionClosed.Register(() => End(ticket.Connection));   // once, not once a send
        http.Response.OnCompleted(() => Finish(ticket, http.RequestAborted.IsCancellationRequested));
        return ticket;
    }

    /// <summary>A message of this send lies in a mailbox.</summary>
    internal void Accept(SendTicket ticket, string messageId)
    {
        lock (gate)
        {
            if (ticket.MessageIds.Count == 0) accepted++;
            ticket.MessageIds.Add(messageId);
        }
    }

    private Task Finish(SendTicket ticket, bool aborted)
    {
        lock (gate)
        {
            ticket.FinishedAt = machine.GetUtcNow();
            ticket.IsBroken = aborted || !ticket.IsWritten;
            if (ticket.IsBroken) broken++;
            else answered++;
        }

        return Task.CompletedTask;
    }

    private void End(string connection)
    {
        lock (gate)
            if (last.Remove(connection, out var ticket)) ticket.ConnectionEndedAt = machine.GetUtcNow();
    }
}
