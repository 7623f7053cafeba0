using System.Globalization;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Campaigns.Schedule;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>The fields of a campaign, out of a form and into one.</summary>
internal static class CampaignForm
{
    /// <summary>Of the form in the page: fields outside of it belong to it by this.</summary>
    public const string Id = "campaign-form";

    private const string LocalTime = "yyyy-MM-dd'T'HH:mm";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <param name="before">As it stands; null: a new one.</param>
    /// <param name="segment">As chosen in this form; null: none.</param>
    public static CampaignDraft Read(IFormCollection form, CampaignDraft? before, SegmentChoice? segment)
    {
        var content = new CampaignContent(form.Text("title"), form.Text("text"))
        {
            PictureUrl = form.Text("picture"), Phone = form.Text("phone"),
            Links = [.. Enumerable.Range(0, CampaignContent.MostLinks).Select(i => new CampaignLink(form.Text($"link_title_{i}"), form.Text($"link_url_{i}"))).Where(l => l.Title.Length + l.Url.Length > 0)],
        }.Tidied();
        return new CampaignDraft(form.Text("name"), form.Choice<Purpose>("purpose") ?? Purpose.Outreach, content, Methods(form))
        {
            Variants = Variants(form, before, content), Segment = segment, Preferred = form.Choice<Channel>("preferred") ?? Channel.Zalo,
            Repeats = ScheduleForm.Repeats(form), Sequence = ScheduleForm.Sequence(form, content), Confirmed = form["confirmed"] is { Count: > 0 } marks ? [.. marks.OfType<string>()] : null,
            StartsAt = Time(form.Text("starts_at")), EndsAt = Time(form.Text("ends_at")), Clicks = form.Choice<ClickCounting>("clicks"), Topic = form.Text("topic"), Target = TargetForm.Read(form),
            PlanTask = form.Text("plan_task"), PlanCriterion = form.Text("plan_criterion"), PlanUnit = form.Text("plan_unit"), PlanPeriod = form.Text("plan_period"),
        };
    }

    /// <summary>The campaign as its reader saw it.</summary>
    public static SeenCampaign Seen(Guid id, IFormCollection form) =>
        new(id, int.TryParse(form.Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    /// <summary>For the value of a field of day and time; empty: none.</summary>
    public static string Value(DateTimeOffset? time) => time?.ToOffset(Vietnam).ToString(LocalTime, CultureInfo.InvariantCulture) ?? "";

    /// <returns>Null: empty, or no time.</returns>
    public static DateTimeOffset? Time(string text) =>
        DateTime.TryParseExact(text, LocalTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, Vietnam) : null;

    private static SendingMethods Methods(IFormCollection form) => new(form.Choice<FacebookMethod>("facebook"), form.Choice<ZaloMethod>("zalo"))
    {
        FacebookTemplate = form.Text("facebook_template"), ZaloTemplate = form.Text("zalo_template"),
        FacebookTemplateLanguage = form.Text("template_language") is { Length: > 0 } language ? language : "vi",
        Values = [.. Lines(form, "values").Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => new TemplateValue(pair[0].Trim(), pair[1].Trim()))],
    };

    private static List<CampaignVariant> Variants(IFormCollection form, CampaignDraft? before, CampaignContent content)
    {
        var variants = new List<CampaignVariant>();
        var now = CampaignDraft.HashOf(content);
        foreach (var language in form["variant"].OfType<string>().Append(form.Text("new_language")).Where(Languages.IsKnown).Where(tag => tag != Languages.Vietnamese).Distinct())
        {
            var words = new CampaignContent(form.Text($"title_{language}"), form.Text($"text_{language}")) { Links = content.Links, Phone = content.Phone }.Tidied();
            if (words.Text.Length == 0 && language == form.Text("new_language")) words = words with { Text = form.Text("new_text") };
            if (words.Text.Length == 0) continue;   // emptied: taken out
            var old = before?.Variants.FirstOrDefault(v => v.Language == language);
            var isChecked = old is null || old.Content.Text != words.Text || old.Content.Title != words.Title || form["checked"].Contains(language);
            variants.Add(new CampaignVariant(language, words.Tidied(), isChecked ? now : old!.BasedOn));
        }
        return variants;
    }

    public static IEnumerable<string> Lines(IFormCollection form, string name) =>
        form[name].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
