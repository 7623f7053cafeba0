using Chatbot.Campaigns;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Messaging;

namespace Chatbot.Testing.Console;

/// <summary>Campaigns and who they reach, as they stand after what pages do not wait for.</summary>
public static class CampaignPlants
{
    public static CampaignDraft Draft(string name) => new(name, Purpose.Outreach, new CampaignContent("", "Mời bà con xem lịch."), new SendingMethods(FacebookMethod.Update, null));

    /// <summary>A citizen who wrote to the office's Page just now.</summary>
    public static async Task<Conversation> PlantTalkAsync(this ConsoleApp app, Guid unit, string citizen)
    {
        await using var db = app.Database.NewContext();
        var account = await CasePlants.AccountAsync(db, unit, Channel.Facebook);
        var talk = new Conversation { UnitId = unit, AccountId = account.Id, Channel = Channel.Facebook, CitizenId = citizen, CreatedAt = DateTimeOffset.UtcNow, LastInboundAt = DateTimeOffset.UtcNow };
        db.Add(talk);
        await db.SaveChangesAsync();
        return talk;
    }

    /// <param name="then">What came after the approval; false: it could not.</param>
    public static async Task<Campaign> PlantCampaignAsync(this ConsoleApp app, Guid unit, CampaignDraft draft, Func<Campaign, bool> then)
    {
        var (now, campaign) = (DateTimeOffset.UtcNow, new Campaign { UnitId = unit, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow });
        campaign.Write(draft, campaign.AuthorId, now);
        campaign.Submit(1, needsSecondLook: false, now);
        campaign.Approve(Guid.NewGuid(), now);
        if (!then(campaign)) throw new InvalidOperationException($"The campaign is {campaign.Status}.");
        await using var db = app.Database.NewContext();
        db.Add(campaign);
        await db.SaveChangesAsync();
        return campaign;
    }

    public static bool Ended(Campaign campaign) => campaign.Schedule(DateTimeOffset.UtcNow) && campaign.Start(DateTimeOffset.UtcNow) && campaign.Finish(DateTimeOffset.UtcNow);

    /// <summary>Two messages and a post whose end nobody knows.</summary>
    public static async Task<(long[] Deliveries, Guid Publication)> PlantUnknownAsync(this ConsoleApp app, Guid campaign, Conversation talk)
    {
        await using var db = app.Database.NewContext();
        var left = DateTimeOffset.UtcNow;
        Delivery[] deliveries =
        [
            .. Enumerable.Range(0, 2).Select(i => new Delivery
            {
                CampaignId = campaign, Batch = 1, PersonId = Guid.NewGuid(), ConversationId = talk.Id, AccountId = talk.AccountId, Channel = talk.Channel, Method = DeliveryMethod.FacebookUpdate,
                Status = DeliveryStatus.Unknown, Reason = "TimeoutException", NotBefore = left, LeftAt = left,
            }),
        ];
        var publication = new Publication { CampaignId = campaign, AccountId = talk.AccountId, Channel = talk.Channel, Status = DeliveryStatus.Unknown, NotBefore = left };
        db.AddRange(deliveries);
        db.Add(publication);
        await db.SaveChangesAsync();
        return ([.. deliveries.Select(d => d.Id)], publication.Id);
    }
}
