using System.Globalization;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Writing;
using Chatbot.Web.Console.Access;

namespace Chatbot.Web.Console.Campaigns.Schedule;

/// <summary>When a campaign returns, out of a form.</summary>
internal static class ScheduleForm
{
    /// <returns>Null: once, or not understood.</returns>
    public static Recurrence? Repeats(IFormCollection form) =>
        RecurrenceWords.Read(form.Text("repeats")) is { } rule ? rule with { Window = TimeSpan.FromHours(Number(form, "window") ?? 8) } : null;

    /// <summary>Something is typed that nobody understands.</summary>
    public static bool IsUnclear(IFormCollection form) => form.Text("repeats").Length > 0 && Repeats(form) is null;

    /// <param name="form">The editor's.</param>
    /// <param name="content">Of the campaign: a step has its links and its number to call.</param>
    /// <returns>Null: no sequence.</returns>
    public static Sequence? Sequence(IFormCollection form, CampaignContent content)
    {
        if (form.Choice<SequenceStart>("since") is not { } since) return null;
        var at = TimeOnly.TryParseExact(form.Text("sequence_at"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : new TimeOnly(9, 0);
        var further = Enumerable.Range(0, Chatbot.Campaigns.Scheduling.Sequence.MostSteps - 1).Select(i => (Day: Number(form, $"step_day_{i}"), Title: form.Text($"step_title_{i}"), Text: form.Text($"step_text_{i}")));
        return new Sequence(since, Number(form, "first_day") ?? 0, at)
        {
            Further = [.. further.Where(step => step.Day is not null && step.Text.Length > 0).Select(step => new SequenceStep(step.Day!.Value, content with { Title = step.Title, Text = step.Text }))],
        }.Tidied();
    }

    private static int? Number(IFormCollection form, string name) => int.TryParse(form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
