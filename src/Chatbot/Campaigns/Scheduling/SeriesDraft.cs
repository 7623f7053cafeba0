using System.Globalization;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Hotline;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>What a repeating campaign says at one of its times. A pure function of the approved draft: whoever approved the series has approved exactly these.</summary>
public static class SeriesDraft
{
    /// <summary>How long a step of a sequence may be late.</summary>
    private static readonly TimeSpan StepWindow = TimeSpan.FromHours(8);

    /// <summary>The moments after <paramref name="after"/> at which something of it is due.</summary>
    public static IEnumerable<DateTimeOffset> Times(this CampaignDraft draft, DateTimeOffset after) =>
        (draft.Repeats ?? (draft.Sequence is { } sequence ? new Recurrence(RecurrenceKind.Daily, sequence.At) : null))?.Times(draft.StartsAt, draft.EndsAt, after) ?? [];

    /// <summary>Steps that are due at each time: one for a campaign that returns, all for a sequence.</summary>
    public static int Steps(this CampaignDraft draft) => draft.Sequence is { } sequence ? sequence.Days.Count : 1;

    /// <param name="draft">Of the series, as approved.</param>
    /// <param name="seriesId">The campaign that is the series.</param>
    /// <param name="at">One of <see cref="Times"/>.</param>
    /// <param name="step">From 0.</param>
    public static CampaignDraft Occurrence(this CampaignDraft draft, Guid seriesId, DateTimeOffset at, int step)
    {
        var day = DateOnly.FromDateTime(WorkingCalendar.Local(at).DateTime);
        var name = $"{draft.Name} ({day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)})";
        var ends = at + (draft.Repeats?.Window ?? StepWindow);
        var once = draft with { Name = CampaignDraft.CutName(name), Repeats = null, Sequence = null, StartsAt = at, EndsAt = ends };
        if (draft.Sequence is not { } sequence) return once;
        var segment = draft.Segment ?? new SegmentChoice(Guid.Empty, 0, Criteria.Everybody);
        return once with
        {
            Content = step == 0 ? draft.Content : sequence.Further[step - 1].Content,
            Variants = step == 0 ? draft.Variants : [],
            Segment = segment with { Criteria = segment.Criteria with { Began = new Began(sequence.Since, at.ToUniversalTime().AddDays(-sequence.Days[step] - 1), seriesId, step) } },
        };
    }
}
