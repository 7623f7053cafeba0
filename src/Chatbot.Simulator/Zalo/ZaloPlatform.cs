using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>The OA platform: its accounts, its webhook, and what citizens and officials do on it.</summary>
public sealed partial class ZaloPlatform
{
    private readonly SimulatorCore core;
    private readonly ZaloEvents events;

    internal ZaloPlatform(SimulatorCore core)
    {
        this.core = core;
        Settings = core.Options.Zalo;
        Accounts = [.. Settings.Accounts.Select(a => new ZaloAccount(a, Settings, core.Clock))];
        Faults = new FaultPlan(core.Random);
        Webhook = new ZaloWebhook(Settings, core.Clock, core.Schedule, core.Poster, core.Journal, core.Random);
        events = new ZaloEvents(Settings, core.Clock);
        Tokens = new ZaloTokens(Settings, core.Clock);
        Window = new ZaloWindow(Settings, core.Clock);
        Uploads = new ZaloUploads(Settings, core.Clock);
        Videos = new ZaloVideos(Settings, core.Clock);
        Templates = new ZbsTemplates(Settings, Webhook, core.Clock, core.Schedule);
        Mailings = new ZbsMailings(this, core);
        foreach (var account in Accounts) Templates.Put(account.OaId, ZbsTemplates.Example);
        Console = new ZaloConsole(this, core);
    }

    public ZaloSettings Settings { get; }

    public IReadOnlyList<ZaloAccount> Accounts { get; }

    /// <summary>What goes wrong with calls to this platform.</summary>
    public FaultPlan Faults { get; }

    public ZaloWebhook Webhook { get; }

    /// <summary>What an administrator does on the developer pages.</summary>
    public ZaloConsole Console { get; }

    /// <summary>Templates of paid messages.</summary>
    public ZbsTemplates Templates { get; }

    internal ZbsMailings Mailings { get; }

    internal ZaloVideos Videos { get; }

    internal ZaloTokens Tokens { get; }

    internal ZaloWindow Window { get; }

    internal ZaloUploads Uploads { get; }

    internal ZaloEvents Events => events;

    internal RateWindow AppRate { get; } = new();

    internal DateOnly Today => DateOnly.FromDateTime(core.Clock.GetUtcNow().ToOffset(InteractionPeriod.Vietnam).DateTime);

    /// <summary>The access and refresh token that are valid now.</summary>
    public (string AccessToken, string RefreshToken) CurrentTokens(string? oaId = null)
    {
        var pair = Tokens.Current(Account(oaId).OaId);
        return (pair.AccessToken, pair.RefreshToken);
    }

    /// <param name="oaId">Null: the first OA.</param>
    public ZaloAccount Account(string? oaId) => oaId is null
        ? Accounts[0]
        : Accounts.FirstOrDefault(a => a.OaId == oaId) ?? throw new ArgumentException($"No OA {oaId}.", nameof(oaId));

    /// <summary>The conversation of a citizen and an OA; it exists from the first time it is asked for.</summary>
    public ZaloConversation Conversation(string citizen, string? oaId = null)
    {
        var account = Account(oaId);
        var seed = core.Options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var userId = Ids.Digits(19, seed, "zalo", account.OaId, citizen);
        return account.GetOrAdd(userId, () => new ZaloConversation(
            account.OaId, core.Citizens[citizen], userId, Ids.Digits(19, seed, "zalo-app", citizen), core.Options.MailboxCapacity));
    }

    /// <summary>What the service sent to a citizen, oldest first.</summary>
    public IReadOnlyList<ChatMessage> MessagesTo(string citizen, string? oaId = null) =>
        [.. Conversation(citizen, oaId).Messages.Where(m => m.From == ChatSide.Service)];

    /// <summary>Waits, in real time, until the service has sent this citizen <paramref name="count"/> messages in all.</summary>
    public Task<IReadOnlyList<ChatMessage>> WaitForMessagesAsync(string citizen, int count, TimeSpan patience, CancellationToken ct) =>
        Conversation(citizen).WaitForAsync(count, patience, ct);

    /// <summary>Books a message that the API accepted, and what the platform does next: echo, delivered, seen.</summary>
    internal ChatMessage Accept(ZaloConversation talk, ChatMessage message)
    {
        var sent = Post(talk, message);
        if (Settings.Echoes) Echo(talk, sent, null);
        if (Settings.Receipts && talk.Citizen.OnMobile && talk.AnonymousConversationId is null) Acknowledge(talk, sent.Id);
        return sent;
    }

    /// <summary>Puts a message into a mailbox with a new id, and nothing more.</summary>
    internal ChatMessage Post(ZaloConversation talk, ChatMessage message) => core.Record(talk, message with { Id = Ids.ZaloMessage(), At = core.Clock.GetUtcNow() });

    private void Echo(ZaloConversation talk, ChatMessage sent, string? adminId)
    {
        var echoId = Settings.EchoIdDiffers && adminId is null ? Ids.ZaloMessage() : sent.Id;
        core.Schedule.After(TimeSpan.Zero, ct => Webhook.SendAsync(events.Echo(talk, sent, echoId, adminId), false, ct));
    }

    private void Acknowledge(ZaloConversation talk, string messageId)
    {
        core.Schedule.After(Settings.DeliveredAfter, ct =>
            Webhook.SendAsync(events.FromAccount(talk, "user_received_message", new() { ["msg_id"] = messageId }, null), false, ct));
        if (!talk.Citizen.Reads) return;
        lock (talk.Gate) talk.Unseen.Add(messageId);
        core.Schedule.After(Settings.SeenAfter, ct => SeeAsync(talk, ct));
    }

    /// <summary>One event for everything not seen yet: opening the chat shows all of it.</summary>
    private Task SeeAsync(ZaloConversation talk, CancellationToken ct)
    {
        string[] seen;
        lock (talk.Gate)
        {
            seen = [.. talk.Unseen];
            talk.Unseen.Clear();
        }

        if (seen.Length == 0) return Task.CompletedTask;
        var ids = new System.Text.Json.Nodes.JsonArray([.. seen.Select(id => (System.Text.Json.Nodes.JsonNode)id)]);
        return Webhook.SendAsync(events.FromAccount(talk, "user_seen_message", new() { ["msg_ids"] = ids }, null), false, ct);
    }
}
