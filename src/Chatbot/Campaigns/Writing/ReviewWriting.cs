using Chatbot.Campaigns.Writing.Clarity;
using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Campaigns.Writing.Spelling;
using Chatbot.Hotline;

namespace Chatbot.Campaigns.Writing;

/// <summary>Reads a draft as its readers would: live while it is written, and once more when it is submitted.</summary>
public sealed class ReviewWriting(LegalRegister register, TimeProvider clock)
{
    public async Task<WritingReport> ReviewAsync(CampaignDraft draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DayOf(now);
        var vietnamese = draft.Sequence is { } sequence ? sequence.Further.Select(step => step.Content).Prepend(draft.Content).ToList() : [draft.Content];
        var texts = vietnamese.Select(content => $"{content.Title}\n{content.Text}").ToList();
        // A document that is repealed by the time the text is read is repealed for its readers.
        var read = draft.StartsAt > now ? DayOf(draft.StartsAt.Value) : today;
        var all = string.Join('\n', texts.Concat(draft.Variants.Select(v => v.Content.Text)));
        return new WritingReport(
            ClarityMeter.Measure(draft.Content, today), [.. texts.SelectMany(text => DatesAndNumbers.Find(text, today)).Distinct()], await register.CitedAsync(all, read, ct), draft.Confirmed ?? []);
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(WorkingCalendar.Local(time).DateTime);
}
