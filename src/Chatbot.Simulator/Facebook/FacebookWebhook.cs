using System.Text;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Journal;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The callback of a Facebook app: signs, posts, tries again, warns after a quarter of an hour and unsubscribes the Page after an hour.</summary>
public sealed class FacebookWebhook(
    FacebookSettings settings, SimulatorClock clock, Schedule schedule, WebhookPoster poster, SimulatorJournal journal, SeededRandom random)
{
    /// <summary>Pauses between attempts: three at once, then spaced. The manual gives no numbers.</summary>
    public static readonly IReadOnlyList<TimeSpan> RetryLadder =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15),
    ];

    public static readonly TimeSpan AlertAfter = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan UnsubscribeAfter = TimeSpan.FromHours(1);

    private long dropped;

    /// <summary>Keeps events back and releases them in another order.</summary>
    public HeldWebhooks Held { get; } = new();

    /// <summary>Events lost: no callback, Page not subscribed, or field not selected.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Sends one event of a conversation; returns after the first attempt.</summary>
    /// <param name="list"><c>messaging</c> or <c>standby</c>.</param>
    /// <param name="field">The field it belongs to, such as <c>messages</c>.</param>
    public Task<WebhookDelivery> SendAsync(FacebookPage page, string list, string field, JsonObject item, CancellationToken ct)
    {
        if (!IsSelected(page, list == "standby" ? "standby" : field)) return Task.FromResult(NotSent(MessageIdOf(item)));
        if (random.Chance(settings.UnknownMemberProbability)) FacebookEvents.AddUnknownMembers(item, random);
        return SendAsync(page, Envelope(Entry(page, (list, item))), MessageIdOf(item), ct);
    }

    /// <summary>Sends a change of the Page itself, such as a comment; its time is in seconds.</summary>
    internal Task<WebhookDelivery> SendChangeAsync(FacebookPage page, string field, JsonObject value, CancellationToken ct)
    {
        if (!IsSelected(page, field)) return Task.FromResult(NotSent(""));
        var change = new JsonObject { ["field"] = field, ["value"] = value };
        var entry = new JsonObject { ["id"] = page.PageId, ["time"] = clock.GetUtcNow().ToUnixTimeSeconds(), ["changes"] = new JsonArray(change) };
        return SendAsync(page, Envelope(entry), "", ct);
    }

    /// <summary>Sends a body as it is, whatever fields are selected.</summary>
    public async Task<WebhookDelivery> SendAsync(FacebookPage page, JsonObject body, string messageId, CancellationToken ct)
    {
        if (settings.WebhookUrl is not { } target || !page.IsSubscribed) return NotSent(messageId);
        var letter = Seal(page, target, body, messageId);
        if (Held.Keep(later => AttemptAsync(letter, 0, later))) return new WebhookDelivery(messageId, DeliveryOutcome.Held, null);
        if (random.Chance(settings.DelayProbability))
        {
            schedule.After(TimeSpan.FromMilliseconds(1_000 + random.Next(2_000)), later => AttemptAsync(letter, 0, later));
            return new WebhookDelivery(messageId, DeliveryOutcome.Held, null);
        }

        if (random.Chance(settings.DuplicateProbability)) schedule.After(TimeSpan.Zero, later => AttemptAsync(letter, 0, later));
        return await AttemptAsync(letter, 0, ct);
    }

    internal static JsonObject Envelope(params JsonObject[] entries) =>
        new() { ["object"] = "page", ["entry"] = new JsonArray([.. entries]) };

    /// <summary>One entry with its events in the lists they belong to.</summary>
    internal JsonObject Entry(FacebookPage page, params (string List, JsonObject Item)[] items)
    {
        var entry = new JsonObject { ["id"] = page.PageId, ["time"] = clock.UnixMilliseconds };
        foreach (var group in items.GroupBy(i => i.List)) entry[group.Key] = new JsonArray([.. group.Select(i => (JsonNode)i.Item)]);
        return entry;
    }

    internal Letter Seal(FacebookPage page, Uri target, JsonObject body, string messageId)
    {
        var bytes = WireJson.Write(body, new WireStyle(true, true, settings.EscapeMarkup, settings.ShuffleMembers), random);
        var headers = new List<KeyValuePair<string, string>> { new("User-Agent", "facebookexternalua") };
        var key = settings.SignatureFlaw == SignatureFlaw.WrongSecret ? settings.AppSecret + "x" : settings.AppSecret;
        var sha256 = FacebookSignature.Sha256(key, bytes);
        if (settings.SignatureFlaw == SignatureFlaw.UpperCaseHex) sha256 = "sha256=" + sha256["sha256=".Length..].ToUpperInvariant();
        if (settings.SignatureFlaw is not (SignatureFlaw.MissingHeader or SignatureFlaw.Sha1Only)) headers.Add(new("X-Hub-Signature-256", sha256));
        if (settings.SignatureFlaw != SignatureFlaw.MissingHeader) headers.Add(new("X-Hub-Signature", FacebookSignature.Sha1(key, bytes)));
        if (settings.SignatureFlaw == SignatureFlaw.TamperedBody) bytes = [.. bytes, .. Encoding.ASCII.GetBytes(" ")];
        return new Letter(page, target, bytes, headers, messageId);
    }

    internal async Task<PostResult> PostAsync(Letter letter, CancellationToken ct)
    {
        var result = await poster.PostAsync(letter.Target, letter.Body, letter.Headers, settings.AckDeadline, ct);
        journal.Webhook(Platform.Facebook, letter.Target, letter.Body, letter.Headers, result.Status, result.Failure ?? "");
        return result;
    }

    private async Task<WebhookDelivery> AttemptAsync(Letter letter, int attempt, CancellationToken ct)
    {
        if (!letter.Page.IsSubscribed) return NotSent(letter.MessageId);
        var result = await PostAsync(letter, ct);
        if (result.IsOk)
        {
            letter.Page.FailingSince = null;
            return new WebhookDelivery(letter.MessageId, DeliveryOutcome.Acknowledged, 200);
        }

        NoteFailure(letter.Page);
        if (attempt < RetryLadder.Count) schedule.After(RetryLadder[attempt], later => AttemptAsync(letter, attempt + 1, later));
        return new WebhookDelivery(letter.MessageId, DeliveryOutcome.Failed, result.Status);
    }

    private void NoteFailure(FacebookPage page)
    {
        if (page.FailingSince is not null) return;
        var since = clock.GetUtcNow();
        page.FailingSince = since;
        schedule.At(since + AlertAfter, _ => Judge(page, since, "Webhook of Page {0} has been failing for 15 minutes.", false));
        schedule.At(since + UnsubscribeAfter, _ => Judge(page, since, "Webhooks disabled: the app was unsubscribed from Page {0}.", true));
    }

    private Task Judge(FacebookPage page, DateTimeOffset since, string notice, bool unsubscribe)
    {
        if (page.FailingSince != since) return Task.CompletedTask;
        if (unsubscribe) (page.IsSubscribed, page.FailingSince) = (false, null);
        journal.Notice(Platform.Facebook, notice.Replace("{0}", page.PageId, StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    private bool IsSelected(FacebookPage page, string field) =>
        (settings.AppFields.Count == 0 || settings.AppFields.Contains(field))
        && (page.SubscribedFields.Count == 0 || page.SubscribedFields.Contains(field));

    private WebhookDelivery NotSent(string messageId)
    {
        Interlocked.Increment(ref dropped);
        return new WebhookDelivery(messageId, DeliveryOutcome.NotSent, null);
    }

    private static string MessageIdOf(JsonObject item) =>
        (item["message"] as JsonObject)?.String("mid") ?? (item["postback"] as JsonObject)?.String("mid") ?? "";

    internal sealed record Letter(FacebookPage Page, Uri Target, byte[] Body, List<KeyValuePair<string, string>> Headers, string MessageId);
}
