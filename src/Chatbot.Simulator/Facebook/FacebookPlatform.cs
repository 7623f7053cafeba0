using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Pages and Messenger: the Pages, their callback, and what citizens and officials do there.</summary>
public sealed partial class FacebookPlatform
{
    /// <summary>The Page inbox is an app too.</summary>
    public const string InboxAppId = "263902037430900";

    private readonly SimulatorCore core;
    private readonly FacebookEvents events;

    internal FacebookPlatform(SimulatorCore core)
    {
        this.core = core;
        Settings = core.Options.Facebook;
        Pages = [.. Settings.Pages.Select(p => new FacebookPage(p, core.Clock))];
        Faults = new FaultPlan(core.Random);
        Webhook = new FacebookWebhook(Settings, core.Clock, core.Schedule, core.Poster, core.Journal, core.Random);
        events = new FacebookEvents(Settings, core.Clock);
        Threads = new ThreadControl(this, core.Clock);
        Feed = new FeedNews(this, core.Clock);
        Media = new FacebookMedia(Settings, core.Clock);
        MediaFetch = new MediaFetch(Settings);
        Templates = new UtilityTemplates(this, core);
        Console = new FacebookConsole(this, core);
    }

    public FacebookSettings Settings { get; }

    public IReadOnlyList<FacebookPage> Pages { get; }

    /// <summary>What goes wrong with calls to this platform.</summary>
    public FaultPlan Faults { get; }

    public FacebookWebhook Webhook { get; }

    /// <summary>What a developer does on the app's dashboard.</summary>
    public FacebookConsole Console { get; }

    /// <summary>Utility templates of all Pages.</summary>
    public UtilityTemplates Templates { get; }

    /// <summary>Addresses of media that really serve something.</summary>
    public FacebookMedia Media { get; }

    internal MediaFetch MediaFetch { get; }

    internal FeedNews Feed { get; }

    internal RateWindow AppCalls { get; } = new();

    internal ThreadControl Threads { get; }

    internal FacebookEvents Events => events;

    /// <param name="pageId">Null: the first Page.</param>
    public FacebookPage Page(string? pageId) => pageId is null
        ? Pages[0]
        : Pages.FirstOrDefault(p => p.PageId == pageId) ?? throw new ArgumentException($"No Page {pageId}.", nameof(pageId));

    /// <summary>The conversation of a person and a Page; the PSID exists for the service from the first time it is asked for.</summary>
    public FacebookConversation Conversation(string citizen, string? pageId = null)
    {
        var page = Page(pageId);
        var seed = core.Options.Seed.ToString(CultureInfo.InvariantCulture);
        var psid = Ids.Digits(16, seed, "psid", page.PageId, citizen);
        return page.GetOrAdd(psid, () => new FacebookConversation(
            page.PageId, core.Citizens[citizen], psid, Ids.Digits(15, seed, "asid", citizen), core.Options.MailboxCapacity));
    }

    /// <summary>What the service sent to a citizen, oldest first.</summary>
    public IReadOnlyList<ChatMessage> MessagesTo(string citizen, string? pageId = null) =>
        [.. Conversation(citizen, pageId).Messages.Where(m => m.From == ChatSide.Service)];

    /// <summary>Waits, in real time, until the service has sent this citizen <paramref name="count"/> messages in all.</summary>
    public Task<IReadOnlyList<ChatMessage>> WaitForMessagesAsync(string citizen, int count, TimeSpan patience, CancellationToken ct) =>
        Conversation(citizen).WaitForAsync(count, patience, ct);

    /// <summary>Sends an event about a conversation to the list its thread's owner decides.</summary>
    internal Task<WebhookDelivery> TellAsync(FacebookConversation talk, string field, JsonObject item, CancellationToken ct)
    {
        var page = Page(talk.AccountId);
        if (Threads.IsOurs(page, talk)) return Webhook.SendAsync(page, "messaging", field, item, ct);
        if (item["postback"] is JsonObject postback) postback.Remove("payload");
        return Webhook.SendAsync(page, "standby", field, item, ct);
    }

    /// <summary>Tells of something that a call caused, after the call is answered.</summary>
    internal void TellLater(FacebookConversation talk, string field, string member, JsonObject value) =>
        core.Schedule.After(TimeSpan.Zero, ct => TellAsync(talk, field, events.FromCitizen(talk, member, value), ct));

    /// <summary>Books a message that the Send API accepted, and what the platform does next: echo, delivered, read.</summary>
    internal ChatMessage Accept(FacebookConversation talk, ChatMessage message)
    {
        var sent = core.Record(talk, message with { Id = Ids.FacebookMessage(), At = core.Clock.GetUtcNow() });
        if (Settings.Echoes && !(Settings.SuppressPhoneEchoes && AsksForPhone(sent)) && !core.Random.Chance(Settings.LostEchoProbability)) Echo(talk, sent, Settings.AppId);
        if (Settings.Receipts && talk.Citizen.OnMobile) Acknowledge(talk, sent);
        return sent;
    }

    private void Echo(FacebookConversation talk, ChatMessage sent, string? appId) =>
        core.Schedule.After(TimeSpan.Zero, ct => TellAsync(talk, "message_echoes", events.Echo(talk, sent, appId), ct));

    private void Acknowledge(FacebookConversation talk, ChatMessage sent)
    {
        var watermark = sent.At.ToUnixTimeMilliseconds();
        core.Schedule.After(Settings.DeliveredAfter, ct => TellAsync(talk, "message_deliveries", Delivery(), ct));
        if (Settings.DoubleDeliveryReceipts)
            core.Schedule.After(Settings.DeliveredAfter + TimeSpan.FromSeconds(1), ct => TellAsync(talk, "message_deliveries", Delivery(), ct));
        if (talk.Citizen.Reads)
            core.Schedule.After(Settings.ReadAfter, ct => TellAsync(talk, "message_reads", events.FromCitizen(talk, "read", new JsonObject { ["watermark"] = watermark }), ct));

        JsonObject Delivery() =>
            events.FromCitizen(talk, "delivery", new JsonObject { ["mids"] = new JsonArray(sent.Id), ["watermark"] = watermark });
    }

    private static bool AsksForPhone(ChatMessage message) => message.QuickReplies.Any(q => q.Action == ChatAction.SharePhone);
}
