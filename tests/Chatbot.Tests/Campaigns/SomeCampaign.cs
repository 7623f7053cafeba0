using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;

namespace Chatbot.Tests.Campaigns;

/// <summary>Campaigns for tests.</summary>
internal static class SomeCampaign
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    public static readonly Guid Author = Guid.Parse("00000000-0000-0000-0000-00000000000a");

    public static CampaignDraft Draft(string text = "Mời bà con đến tiêm phòng sởi tại trạm y tế xã.") => new("Tiêm phòng sởi", Purpose.Outreach,
        new CampaignContent("Lịch tiêm phòng", text) { Links = [new CampaignLink("Xem lịch", "https://example.gov.vn/lich")], Phone = "0912 345 678" },
        new SendingMethods(FacebookMethod.Update, null))
    {
        Segment = new SegmentChoice(Guid.Parse("00000000-0000-0000-0000-0000000000aa"), 3, new Criteria { Tags = ["hộ có trẻ nhỏ"], Follows = true, ActiveWithinDays = 30 }),
        Variants = [new CampaignVariant("km", new CampaignContent("", "សូមអញ្ជើញ"), "x")],
        StartsAt = Monday.AddHours(2), EndsAt = Monday.AddHours(10), Topic = "tiem-chung",
        PlanTask = "Nhiệm vụ 3", PlanCriterion = "Tiêu chí 2", PlanUnit = "Tổ dân phố 1", PlanPeriod = "Quý IV/2026",
    };

    public static Campaign Written(CampaignDraft? draft = null)
    {
        var campaign = new Campaign { UnitId = Guid.NewGuid(), AuthorId = Author, CreatedAt = Monday };
        campaign.Write(draft ?? Draft(), Author, Monday);
        return campaign;
    }

    public static Campaign Approved(CampaignDraft? draft = null)
    {
        var campaign = Written(draft);
        Assert.True(campaign.Submit(10, needsSecondLook: false, Monday));
        Assert.True(campaign.Approve(Guid.NewGuid(), Monday));
        Assert.True(campaign.IsApproved);
        return campaign;
    }
}
