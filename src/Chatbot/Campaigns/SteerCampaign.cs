namespace Chatbot.Campaigns;

/// <summary>What a sender does with an approved campaign. A pause counts for every process: no delivery is marked as leaving unless the campaign runs.</summary>
public sealed class SteerCampaign(CampaignDesk desk)
{
    public Task<CampaignAct> ScheduleAsync(SeenCampaign seen, CampaignActor actor, CancellationToken ct) => ActAsync(seen, actor, c => c.Schedule(desk.Now), ct);

    public Task<CampaignAct> PauseAsync(SeenCampaign seen, string remark, CampaignActor actor, CancellationToken ct) => ActAsync(seen, actor, c => c.Pause(null, remark, desk.Now), ct);

    public Task<CampaignAct> ResumeAsync(SeenCampaign seen, CampaignActor actor, CancellationToken ct) => ActAsync(seen, actor, c => c.Resume(desk.Now), ct);

    public Task<CampaignAct> CancelAsync(SeenCampaign seen, string remark, CampaignActor actor, CancellationToken ct) => ActAsync(seen, actor, c => c.Cancel(remark, because: null, desk.Now), ct);

    private Task<CampaignAct> ActAsync(SeenCampaign seen, CampaignActor actor, Func<Campaign, bool> act, CancellationToken ct) =>
        desk.ActAsync(seen, actor, campaign => act(campaign) ? CampaignOutcome.Done : CampaignOutcome.WrongState, ct);
}
