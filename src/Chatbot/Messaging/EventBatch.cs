using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Messaging;

/// <summary>A set of events handled in one transaction: events handled, dialog states, replies and records, all or nothing.</summary>
internal sealed class EventBatch(ChatbotDb db, BatchServices services, IReadOnlyList<PendingEvent> events)
{
    private readonly Dictionary<(Guid Account, string Citizen), Conversation> conversations = [];
    private readonly List<Conversation> started = [];
    private readonly List<object> records = [];
    private readonly List<OutboxMessage> messages = [];
    private readonly List<Func<ChatbotDb, CancellationToken, Task>> changes = [];
    private readonly List<Turn> turns = [];
    private readonly List<long> unreadable = [];
    private readonly List<long> ownerless = [];
    private readonly Receipts receipts = new();
    private readonly DateTimeOffset now = services.Clock.GetUtcNow();

    /// <param name="lastResort">The handler failed repeatedly: apologise and hand over.</param>
    /// <returns>The replies, claimed by this process and not yet sent; null: the shares were lost, and nothing was committed.</returns>
    public async Task<IReadOnlyList<OutboxRow>?> HandleAsync(bool lastResort, CancellationToken ct)
    {
        await LoadConversationsAsync(ct);
        foreach (var pending in events) await HandleAsync(pending, lastResort, ct);
        return await CommitAsync(lastResort ? EventStatus.Failed : EventStatus.Handled, ct);
    }

    private async Task LoadConversationsAsync(CancellationToken ct)
    {
        var accounts = events.Select(e => e.AccountId).Distinct().ToList();
        var citizens = events.Where(e => e.CitizenId.Length > 0).Select(e => e.CitizenId).Distinct().ToList();
        if (citizens.Count == 0) return;
        var known = db.Set<Conversation>().AsTracking().Where(c => accounts.Contains(c.AccountId) && citizens.Contains(c.CitizenId));
        await foreach (var conversation in known.AsAsyncEnumerable().WithCancellation(ct))
            conversations[(conversation.AccountId, conversation.CitizenId)] = conversation;
    }

    private async Task HandleAsync(PendingEvent pending, bool lastResort, CancellationToken ct)
    {
        var account = await AccountAsync(pending.AccountId, ct);
        if (account is null || pending.Body is null || !services.Box.TryUnprotect(pending.Body, out var body))
        {
            services.Logger.EventUnreadable(pending.Id);
            unreadable.Add(pending.Id);
            return;
        }
        var happened = services.Events[pending.Channel].Map(pending.Kind, body);
        if (happened is ChannelEvent.PolicyEnforced policy) await EnforceAsync(account, policy, ct);
        if (pending.CitizenId.Length == 0) return;
        if (OnlyLooksBack(happened) && !conversations.ContainsKey((account.Id, pending.CitizenId)))
        {
            ownerless.Add(pending.Id);
            return;
        }
        var conversation = ConversationOf(pending, account);
        if (Settles(happened, conversation)) return;
        OpenWindow(happened, pending, conversation);
        var turn = new Turn { EventId = pending.Id, Event = happened, Conversation = conversation, Account = account, Now = now };
        if (lastResort) await services.Handler.TakeFailedAsync(turn, ct);
        else await services.Handler.TakeAsync(turn, ct);
        Collect(turn);
    }

    /// <summary>Another process may have connected the account a moment ago.</summary>
    private async Task<ChannelAccount?> AccountAsync(Guid id, CancellationToken ct)
    {
        if (services.Accounts.Find(id) is { } known) return known.Row;
        await services.Accounts.RefreshAsync(ct);
        return services.Accounts.Find(id)?.Row;
    }

    /// <summary>Speaks of something earlier. Without a conversation the citizen was erased, and a late receipt must not bring the id back.</summary>
    private static bool OnlyLooksBack(ChannelEvent happened) => happened
        is ChannelEvent.Received or ChannelEvent.Echo { Source: not EchoSource.Official } or ChannelEvent.Feedback or ChannelEvent.Unfollowed
        or ChannelEvent.Recorded or ChannelEvent.PolicyEnforced;

    /// <summary>Receipts and our own echoes settle what was sent; nobody has to decide anything.</summary>
    private bool Settles(ChannelEvent happened, Conversation conversation)
    {
        if (happened is ChannelEvent.Received received) receipts.Add(conversation.Id, received);
        else if (happened is ChannelEvent.Echo { Source: not EchoSource.Official } echo) receipts.Add(conversation.Id, echo);
        else return happened is ChannelEvent.Recorded or ChannelEvent.PolicyEnforced;
        return true;
    }

    private static void OpenWindow(ChannelEvent happened, PendingEvent pending, Conversation conversation)
    {
        if (happened is not (ChannelEvent.MessageReceived or ChannelEvent.Followed or ChannelEvent.ChatOpened)) return;
        if (happened is ChannelEvent.MessageReceived { Message.AnonymousConversationId: { } anonymous })
            conversation.AnonymousConversationId = anonymous;
        if (conversation.LastInboundAt is null || conversation.LastInboundAt < pending.OccurredAt)
            conversation.LastInboundAt = pending.OccurredAt;
    }

    private Conversation ConversationOf(PendingEvent pending, ChannelAccount account)
    {
        if (conversations.TryGetValue((account.Id, pending.CitizenId), out var known)) return known;
        var conversation = new Conversation
        {
            UnitId = account.UnitId, AccountId = account.Id, Channel = account.Channel, CitizenId = pending.CitizenId,
            Partition = pending.Partition, CreatedAt = now,
        };
        started.Add(conversation);
        return conversations[(account.Id, pending.CitizenId)] = conversation;
    }

    private void Collect(Turn turn)
    {
        turns.Add(turn);
        records.AddRange(turn.Records);
        changes.AddRange(turn.Changes);
        var sender = services.Senders[turn.Conversation.Channel];
        var recipient = new Recipient(turn.Conversation.CitizenId, turn.Conversation.AnonymousConversationId);
        foreach (var body in turn.Replies.SelectMany(reply => sender.Render(reply, recipient)))
            messages.Add(Claimed(turn, body));
    }

    private OutboxMessage Claimed(Turn turn, string body) => new()
    {
        UnitId = turn.Conversation.UnitId, AccountId = turn.Account.Id, ConversationId = turn.Conversation.Id,
        Channel = turn.Conversation.Channel, CitizenId = turn.Conversation.CitizenId, Partition = turn.Conversation.Partition,
        EventId = turn.EventId, Body = body, Correlation = Guid.CreateVersion7().ToString("N"), Status = OutboxStatus.Claimed,
        LeaseOwner = services.Owner.Id, NotBefore = now, CreatedAt = now,
    };

    private async Task EnforceAsync(ChannelAccount account, ChannelEvent.PolicyEnforced policy, CancellationToken ct)
    {
        if (policy.Action == PolicyAction.Warning) return;
        var status = policy.Action == PolicyAction.Blocked ? AccountStatus.Restricted : AccountStatus.Active;
        await services.Accounts.SetStatusAsync(account.Id, status, ct);
    }

    private async Task<IReadOnlyList<OutboxRow>?> CommitAsync(EventStatus status, CancellationToken ct)
    {
        using var pass = await services.Gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        int[] partitions = [.. events.Select(e => e.Partition).Distinct()];
        if (!await services.Owner.HoldsAsync(db, partitions, ct)) return null;
        var ids = events.Select(e => e.Id).ToList();
        var marked = await db.Set<InboundEvent>().Where(e => ids.Contains(e.Id) && e.Status == EventStatus.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, status).SetProperty(e => e.HandledAt, now), ct);
        if (marked != ids.Count) return null;
        await MarkTheOddOnesAsync(ct);
        // Before the conversations are written: an official's change locks the case first and the conversation after it, and so do these.
        foreach (var change in changes) await change(db, ct);
        var rows = await AddAsync(ct);
        foreach (var change in turns.SelectMany(turn => turn.LastChanges)) await change(db, ct);
        await receipts.ApplyAsync(db, services.Others, now, ct);
        await services.Live.AnnounceAsync(db, Watched(), ct);
        await transaction.CommitAsync(ct);
        services.Live.Committed(Watched());
        // SQLite: the write-ahead log still holds these events as they came.
        if (ownerless.Count > 0 && db.Database.IsSqlite()) await SqlitePragmas.EmptyLogAsync(db, ct);
        return rows;
    }

    /// <summary>What is new: conversations first, as the others name them.</summary>
    private async Task<IReadOnlyList<OutboxRow>> AddAsync(CancellationToken ct)
    {
        if (db.Database.IsNpgsql()) return await AddSetsAsync(ct);
        db.AddRange(started);
        db.AddRange(records);
        db.AddRange(messages);
        await db.SaveChangesAsync(ct);
        return [.. messages.Select(message => OutboxRow.Of(message))];
    }

    private async Task<IReadOnlyList<OutboxRow>> AddSetsAsync(CancellationToken ct)
    {
        await SetInsert.AddAsync(db, [.. started, .. records], ct);
        var ids = await SetInsert.AddCountedAsync(db, messages, ct);
        await db.SaveChangesAsync(ct);
        return [.. messages.Select((message, at) => OutboxRow.Numbered(message, ids[at]))];
    }

    /// <summary>Only talks with which an official deals are open on anybody's screen.</summary>
    private List<LiveChange> Watched() =>
        [.. conversations.Values.Where(c => c.CaseId is not null).SelectMany(c => new[] { LiveChange.Conversation(c.Id), LiveChange.Case(c.CaseId!.Value) }),
            .. turns.SelectMany(turn => turn.Told)];

    private async Task MarkTheOddOnesAsync(CancellationToken ct)
    {
        if (unreadable.Count > 0)
            await db.Set<InboundEvent>().Where(e => unreadable.Contains(e.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EventStatus.Failed), ct);
        foreach (var id in ownerless)
            await db.Set<InboundEvent>().Where(e => e.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(e => e.CitizenId, "").SetProperty(e => e.EventKey, $"erased/{id}").SetProperty(e => e.Body, (byte[]?)null), ct);
    }
}
