using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>The templates of all OAs and their review: pending, then enabled or rejected, later perhaps disabled, each told by a webhook.</summary>
public sealed class ZbsTemplates
{
    /// <summary>Every OA of the stand-in has this one approved from the start.</summary>
    public static readonly ZbsTemplate Example = new(
        "310017", "Kết quả hồ sơ", 1, new Dictionary<string, int> { ["ho_ten"] = 50, ["ma_ho_so"] = 30 }, new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));

    private readonly ConcurrentDictionary<(string OaId, string Id), ZbsTemplate> templates = new();
    private readonly ZaloSettings settings;
    private readonly ZaloWebhook webhook;
    private readonly SimulatorClock clock;
    private readonly Schedule schedule;

    internal ZbsTemplates(ZaloSettings settings, ZaloWebhook webhook, SimulatorClock clock, Schedule schedule) =>
        (this.settings, this.webhook, this.clock, this.schedule) = (settings, webhook, clock, schedule);

    public IReadOnlyList<ZbsTemplate> Of(string oaId) => [.. templates.Where(t => t.Key.OaId == oaId).Select(t => t.Value).OrderBy(t => t.Id, StringComparer.Ordinal)];

    public ZbsTemplate? Find(string oaId, string id) => templates.GetValueOrDefault((oaId, id));

    /// <summary>Puts a template there as it is, without a review.</summary>
    public void Put(string oaId, ZbsTemplate template) => templates[(oaId, template.Id)] = template;

    /// <summary>Submits a template: it is pending until the review is over.</summary>
    internal ZbsTemplate Submit(string oaId, string name, int tag, IReadOnlyDictionary<string, int> parameters)
    {
        var template = new ZbsTemplate(Ids.Digits(6, "zbs", Ids.Opaque(9)), name, tag, parameters, clock.GetUtcNow()) { Status = "PENDING_REVIEW" };
        Put(oaId, template);
        var outcome = NextOutcome();
        schedule.After(settings.TemplateReview, ct => SetStatusAsync(oaId, template.Id, outcome[0], outcome.ElementAtOrDefault(1) ?? "", ct));
        return template;
    }

    /// <summary>The platform decides about a template, also later and without being asked.</summary>
    /// <exception cref="ArgumentException">The OA has no such template.</exception>
    public Task<WebhookDelivery> SetStatusAsync(string oaId, string id, string status, string reason, CancellationToken ct)
    {
        var template = Find(oaId, id) ?? throw new ArgumentException($"No template {id}.", nameof(id));
        Put(oaId, template with { Status = status, Reason = reason });
        var body = Start(oaId, id, "change_template_status");
        body["status"] = new JsonObject { ["prev_status"] = template.Status, ["new_status"] = status };
        body["reason"] = reason;
        return webhook.SendAsync(body, true, ct);
    }

    /// <param name="quality"><c>HIGH</c>, <c>MEDIUM</c>, <c>LOW</c> or <c>UNDEFINED</c>.</param>
    /// <exception cref="ArgumentException">The OA has no such template.</exception>
    public Task<WebhookDelivery> SetQualityAsync(string oaId, string id, string quality, CancellationToken ct)
    {
        var template = Find(oaId, id) ?? throw new ArgumentException($"No template {id}.", nameof(id));
        Put(oaId, template with { Quality = quality });
        var body = Start(oaId, id, "change_template_quality");
        body["quality"] = quality;
        return webhook.SendAsync(body, true, ct);
    }

    private string[] NextOutcome()
    {
        if (settings.TemplateOutcomes.Count == 0) return ["ENABLE"];
        var outcome = settings.TemplateOutcomes[0].Split(':', 2);
        settings.TemplateOutcomes.RemoveAt(0);
        return outcome;
    }

    private JsonObject Start(string oaId, string templateId, string name) => new()
    {
        ["oa_id"] = oaId,
        ["app_id"] = settings.AppId,
        ["template_id"] = templateId,
        ["event_name"] = name,
        ["timestamp"] = clock.UnixMilliseconds.ToString(CultureInfo.InvariantCulture),
    };
}
