using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Journal;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>The one webhook of a Zalo app: signs, posts, tries again, and switches itself off after the last failure.</summary>
public sealed class ZaloWebhook(
    ZaloSettings settings, SimulatorClock clock, Schedule schedule, WebhookPoster poster, SimulatorJournal journal, SeededRandom random)
{
    /// <summary>Pauses between attempts, on the simulator's clock.</summary>
    public static readonly IReadOnlyList<TimeSpan> RetryLadder =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    private long dropped;

    /// <summary>Keeps events back and releases them in another order.</summary>
    public HeldWebhooks Held { get; } = new();

    /// <summary>Set after the last failed retry; events are lost until a person enables it again.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>Events lost: disabled, no URL, switched off or filtered.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    public void Enable() => IsDisabled = false;

    /// <summary>Sends one event; returns after the first attempt.</summary>
    /// <param name="templates">True for events of template messages, which name another server in their header.</param>
    public async Task<WebhookDelivery> SendAsync(JsonObject body, bool templates, CancellationToken ct)
    {
        var messageId = MessageIdOf(body);
        if (settings.WebhookUrl is not { } target || IsDisabled || IsFiltered(body))
        {
            Interlocked.Increment(ref dropped);
            return new WebhookDelivery(messageId, DeliveryOutcome.NotSent, null);
        }

        if (random.Chance(settings.UnknownEventProbability)) Surprise(body, target);
        if (random.Chance(settings.UnknownMemberProbability)) body["hop_context"] = new JsonObject { ["n"] = 1 };
        var letter = Seal(body, templates, target, messageId);
        if (Held.Keep(later => AttemptAsync(letter, 0, later))) return new WebhookDelivery(messageId, DeliveryOutcome.Held, null);
        if (random.Chance(settings.DelayProbability))
        {
            schedule.After(TimeSpan.FromMilliseconds(1_000 + random.Next(2_000)), later => AttemptAsync(letter, 0, later));
            return new WebhookDelivery(messageId, DeliveryOutcome.Held, null);
        }

        if (random.Chance(settings.DuplicateProbability)) schedule.After(TimeSpan.Zero, later => AttemptAsync(letter, 0, later));
        return await AttemptAsync(letter, 0, ct);
    }

    /// <summary>The bytes and headers of an event, as they go out.</summary>
    internal Letter Seal(JsonObject body, bool templates, Uri target, string messageId)
    {
        var bytes = WireJson.Write(body, new WireStyle(settings.EscapeUnicode, settings.EscapeUnicode, false, settings.ShuffleMembers), random);
        var timestamp = body["timestamp"]?.GetValue<string>() ?? "";
        var headers = new List<KeyValuePair<string, string>>
        {
            new("X-ZEvent-Signature", "mac=" + ZaloSignature.Compute(settings.AppId, bytes, timestamp, settings.OaSecretKey)),
            new("X-ZEvent-Server", templates ? "ZNS" : "OA OpenAPI"),
            new("User-Agent", "ZaloWebhook"),
        };
        if (settings.TimestampHeader) headers.Add(new("X-ZEvent-Timestamp", timestamp));
        return new Letter(target, bytes, headers, messageId);
    }

    internal async Task<PostResult> PostAsync(Letter letter, int retry, CancellationToken ct)
    {
        List<KeyValuePair<string, string>> headers = retry == 0
            ? letter.Headers
            : [.. letter.Headers, new("num_retry", retry.ToString(CultureInfo.InvariantCulture))];
        var result = await poster.PostAsync(letter.Target, letter.Body, headers, settings.AckDeadline, ct);
        journal.Webhook(Platform.Zalo, letter.Target, letter.Body, headers, result.Status, result.Failure ?? "");
        return result;
    }

    private async Task<WebhookDelivery> AttemptAsync(Letter letter, int retry, CancellationToken ct)
    {
        if (IsDisabled) return new WebhookDelivery(letter.MessageId, DeliveryOutcome.NotSent, null);
        var result = await PostAsync(letter, retry, ct);
        if (result.IsOk) return new WebhookDelivery(letter.MessageId, DeliveryOutcome.Acknowledged, 200);
        if (settings.RetryEnabled && (!settings.RetryConnectionFailuresOnly || result.Failure == "connection")) TryAgain(letter, retry);
        return new WebhookDelivery(letter.MessageId, DeliveryOutcome.Failed, result.Status);
    }

    private void TryAgain(Letter letter, int retry)
    {
        if (retry < RetryLadder.Count)
        {
            schedule.After(RetryLadder[retry], ct => AttemptAsync(letter, retry + 1, ct));
            return;
        }

        IsDisabled = true;
        journal.Notice(Platform.Zalo, $"Webhook switched off after {RetryLadder.Count} retries at {clock.GetUtcNow():O}; events are lost until it is enabled.");
    }

    /// <summary>An event of a kind that came into the world after every manual.</summary>
    private void Surprise(JsonObject like, Uri target)
    {
        var body = new JsonObject { ["app_id"] = settings.AppId, ["event_name"] = "user_did_something_new", ["timestamp"] = like["timestamp"]?.DeepClone() };
        schedule.After(TimeSpan.Zero, ct => AttemptAsync(Seal(body, false, target, ""), 0, ct));
    }

    private bool IsFiltered(JsonObject body)
    {
        var name = body["event_name"]?.GetValue<string>() ?? "";
        if (settings.DisabledEvents.Contains(name)) return true;
        return settings.HashFilter && name == "user_send_text"
            && body["message"]?["text"]?.GetValue<string>().StartsWith('#') != true;
    }

    private static string MessageIdOf(JsonObject body) => body["message"]?["msg_id"]?.GetValue<string>() ?? "";

    internal sealed record Letter(Uri Target, byte[] Body, List<KeyValuePair<string, string>> Headers, string MessageId);
}
