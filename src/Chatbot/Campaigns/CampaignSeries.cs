using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Writing;

namespace Chatbot.Campaigns;

/// <summary>A campaign that returns, and the campaigns that it makes: approved as a series, each with its own frozen audience.</summary>
public sealed partial class Campaign
{
    /// <summary>The campaign of whose times this is one; null: it stands alone.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>Which time of the series; null with <see cref="SeriesId"/>.</summary>
    public DateTimeOffset? OccursAt { get; init; }

    /// <summary>Which step of a sequence, from 0.</summary>
    public int Step { get; init; }

    /// <summary>When its next time is due; null: it does not return, or not any more.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>One of its times as a campaign, with the approval of the series: what it says follows from what was approved and from nothing else.</summary>
    /// <exception cref="InvalidOperationException">The series is not approved.</exception>
    internal Campaign Occur(DateTimeOffset at, int step, DateTimeOffset now)
    {
        if (!IsApproved) throw new InvalidOperationException("Only an approved series has times.");
        var campaign = new Campaign { UnitId = UnitId, AuthorId = AuthorId, CreatedAt = now, SeriesId = Id, OccursAt = at, Step = step };
        campaign.Write(Read().Occurrence(Id, at, step), AuthorId, now);
        (campaign.EditorId, campaign.SubmittedAt, campaign.ExpectedRecipients, campaign.NeedsSecondLook) = (EditorId, SubmittedAt, ExpectedRecipients, NeedsSecondLook);
        (campaign.ApproverId, campaign.ApprovedAt, campaign.ApprovedHash) = (ApproverId, ApprovedAt, campaign.ContentHash);
        (campaign.SecondApproverId, campaign.SecondApprovedAt) = (SecondApproverId, SecondApprovedAt);
        campaign.Become(CampaignStatus.Scheduled, now);
        return campaign;
    }

    /// <summary>This time is dealt with; after the last one the series is finished.</summary>
    internal void MoveOn(DateTimeOffset now)
    {
        NextAt = Read().Times(NextAt ?? now).Cast<DateTimeOffset?>().FirstOrDefault();
        if (NextAt is null) Finish(now);
    }

    /// <summary>From now on: what was due before is not made up for.</summary>
    private bool Repeat(DateTimeOffset now)
    {
        NextAt = Read().Times(now).Cast<DateTimeOffset?>().FirstOrDefault();
        return NextAt is not null && Become(CampaignStatus.Repeating, now);
    }
}
