using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>/{page}/message_templates</c>: submitting, reading, deleting; the review with its delay, its scripted outcome and its webhook.</summary>
public sealed class UtilityTemplates
{
    internal static readonly GraphReply Library = GraphReply.Ok(new JsonObject { ["data"] = new JsonArray() });
    private readonly ConcurrentDictionary<string, UtilityTemplate> templates = new(StringComparer.Ordinal);
    private readonly FacebookPlatform facebook;
    private readonly SimulatorCore core;

    internal UtilityTemplates(FacebookPlatform facebook, SimulatorCore core) => (this.facebook, this.core) = (facebook, core);

    /// <summary>Of all Pages, by name and language.</summary>
    public IReadOnlyList<UtilityTemplate> All => [.. templates.Values.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Language, StringComparer.Ordinal)];

    /// <summary>The platform changes its mind, for example pauses a template that people complain about.</summary>
    public Task SetStatusAsync(string id, string status, string reason, CancellationToken ct)
    {
        if (!templates.TryGetValue(id, out var template)) throw new ArgumentException($"No template {id}.", nameof(id));
        var decided = templates[id] = template with { Status = status, Reason = reason };
        var value = new JsonObject
        {
            ["event"] = status,
            ["message_template_id"] = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture),
            ["message_template_name"] = decided.Name,
            ["message_template_language"] = decided.Language,
            ["reason"] = reason.Length > 0 ? reason : "NONE",
        };
        return facebook.Webhook.SendChangeAsync(facebook.Page(decided.PageId), facebook.Settings.TemplateStatusField, value, ct);
    }

    internal GraphReply Handle(FacebookPage page, GraphRequest request) => request.Method switch
    {
        "POST" => Submit(page, request),
        "GET" => List(page, request),
        "DELETE" => Delete(page, request),
        _ => GraphErrors.UnknownObject,
    };

    /// <summary>Whether a message that names a template, or should, may be sent.</summary>
    internal GraphReply? Refuse(FacebookPage page, System.Text.Json.JsonElement content, string type) =>
        new UtilityMessage(facebook.Settings, (name, language) => Find(page, name, language)).Refuse(content, type);

    private UtilityTemplate? Find(FacebookPage page, string name, string language) =>
        templates.Values.FirstOrDefault(t => t.PageId == page.PageId && t.Name == name && t.Language == language);

    private GraphReply Submit(FacebookPage page, GraphRequest request)
    {
        var (read, refusal) = UtilityTemplateReader.Read(page, request);
        if (read is not { } template) return refusal!;
        if (Find(page, template.Name, template.Language) is not null) return GraphErrors.Bad("There is already content in this language for this template");
        templates[template.Id] = template;
        var (status, reason) = Outcome(template);
        if (facebook.Settings.TemplateReview <= TimeSpan.Zero) templates[template.Id] = template = template with { Status = status, Reason = reason };
        else core.Schedule.After(facebook.Settings.TemplateReview, ct => DecideAsync(template.Id, status, reason, ct));
        return GraphReply.Ok(new JsonObject { ["id"] = template.Id, ["status"] = template.Status, ["category"] = "UTILITY" });
    }

    private Task DecideAsync(string id, string status, string reason, CancellationToken ct) =>
        templates.ContainsKey(id) ? SetStatusAsync(id, status, reason, ct) : Task.CompletedTask;   // deleted during the review

    private (string Status, string Reason) Outcome(UtilityTemplate template)
    {
        var script = facebook.Settings.TemplateOutcomes;
        if (script.Count > 0)
        {
            var outcome = script[0].Split(':', 2);
            script.RemoveAt(0);
            return (outcome[0], outcome.ElementAtOrDefault(1) ?? "");
        }

        var words = template.Body.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length - template.Parameters.Count;
        return words < template.Parameters.Count * facebook.Settings.TemplateWordsPerParameter ? ("REJECTED", "PARAMS_TO_WORD_RATIO_EXCEED_LIMIT") : ("APPROVED", "");
    }

    private GraphReply List(FacebookPage page, GraphRequest request)
    {
        var name = request.Text("name");
        return GraphPaging.Page([.. All.Where(t => t.PageId == page.PageId && (name.Length == 0 || t.Name == name)).Select(Describe)], request);
    }

    private GraphReply Delete(FacebookPage page, GraphRequest request)
    {
        var (name, id) = (request.Text("name"), request.Text("hsm_id"));
        var gone = templates.Values.Where(t => t.PageId == page.PageId && (id.Length > 0 ? t.Id == id : name.Length > 0 && t.Name == name)).ToList();
        if (gone.Count == 0) return GraphErrors.Bad("Message template does not exist");
        foreach (var template in gone) templates.TryRemove(template.Id, out _);
        return GraphReply.Success;
    }

    private static JsonObject Describe(UtilityTemplate template)
    {
        var answer = new JsonObject
        {
            ["name"] = template.Name,
            ["language"] = template.Language,
            ["status"] = template.Status,
            ["category"] = "UTILITY",
            ["components"] = template.Components.DeepClone(),
            ["id"] = template.Id,
        };
        if (template.Reason.Length > 0) answer["rejected_reason"] = template.Reason;
        return answer;
    }
}
