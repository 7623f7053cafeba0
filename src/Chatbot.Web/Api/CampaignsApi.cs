using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Api;

/// <summary>Campaigns for other systems: drafts, submission, state, ledger. Approving and sending stay with officials.</summary>
internal static class CampaignsApi
{
    private const int MostRows = 1_000;

    public static Task<IResult> BeginAsync(HttpContext http, ApiAnswers answers, WriteCampaign write, CancellationToken ct) => answers.OnceAsync(http, async (body, row) =>
    {
        var caller = http.Caller();
        if (ApiJson.Read<NewCampaign>(body) is not { } written) return ApiReply.Problem(StatusCodes.Status400BadRequest, "BadRequest");
        var unit = written.UnitId ?? caller.UnitId;
        if (!caller.Units.Holds(unit)) return ApiReply.Problem(StatusCodes.Status422UnprocessableEntity, "UnknownUnit");
        var segment = written.SegmentId is { } id ? await write.ChooseAsync(id, Actor(caller), ct) : null;
        if (written.SegmentId is not null && segment is null) return ApiReply.Problem(StatusCodes.Status422UnprocessableEntity, "UnknownSegment");
        if (CampaignReader.Draft(written, segment) is not { } draft) return ApiReply.Problem(StatusCodes.Status400BadRequest, "BadRequest");
        var act = await write.BeginAsync(unit, draft, Actor(caller), campaign => [row(Begun(campaign)), Behind(caller, campaign)], ct);
        return act.Outcome == CampaignOutcome.Done ? Begun(act.Campaign!) : Refused(act);
    }, ct);

    public static Task<IResult> SubmitAsync(Guid id, HttpContext http, ApiAnswers answers, JudgeCampaign judge, CancellationToken ct) => answers.OnceAsync(http, async (body, row) =>
    {
        if (ApiJson.Read<SeenRevision>(body) is not { } seen) return ApiReply.Problem(StatusCodes.Status400BadRequest, "BadRequest");
        var act = await judge.SubmitAsync(new SeenCampaign(id, seen.Revision), Actor(http.Caller()), campaign => row(Submitted(campaign)), ct);
        return act.Outcome == CampaignOutcome.Done ? Submitted(act.Campaign!) : Refused(act);
    }, ct);

    public static async Task<IResult> StatusAsync(Guid id, HttpContext http, IDbContextFactory<ChatbotDb> databases, ReadReport reports, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await FindAsync(db, id, http, ct) is not { } campaign) return NotFound();
        var report = await reports.ReadAsync(id, ct);
        var progress = report.Progress;
        var counts = new CampaignCounts(progress.Total, progress.Open, progress.Of(DeliveryStatus.Sent), progress.Of(DeliveryStatus.Refused), progress.Of(DeliveryStatus.Unknown), progress.Of(DeliveryStatus.Skipped))
        {
            Delivered = progress.Delivered, Seen = progress.Seen, Answered = report.Of(EffectKind.Answered, null), OptedOut = report.Of(EffectKind.OptedOut, null),
            Complaints = report.Of(EffectKind.Complaint, null), Questions = report.Of(EffectKind.Question, null), Clicks = report.Clicks.Sum(line => line.Count),
        };
        return ApiReply.Of(StatusCodes.Status200OK, CampaignReader.State(campaign, counts)).ToResult();
    }

    /// <param name="after">Number of the last row of the page before; 0: from the beginning.</param>
    /// <param name="limit">Rows of a page, 1 to 1,000.</param>
    public static async Task<IResult> DeliveriesAsync(Guid id, HttpContext http, IDbContextFactory<ChatbotDb> databases, CancellationToken ct, long after = 0, int limit = 200)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await FindAsync(db, id, http, ct) is null) return NotFound();
        var size = Math.Clamp(limit, 1, MostRows);
        var rows = await db.Set<Delivery>().Where(d => d.CampaignId == id && d.Id > after).OrderBy(d => d.Id).Take(size + 1).ToListAsync(ct);
        var page = rows.Take(size).Select(DeliveryState.Of).ToList();
        return ApiReply.Of(StatusCodes.Status200OK, new DeliveryPage(page, rows.Count > size ? page[^1].Id : null)).ToResult();
    }

    public static async Task<IResult> SegmentsAsync(HttpContext http, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var names = await db.Set<Segment>().Within(http.Caller().Units).Where(s => s.WithdrawnAt == null).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostRows)
            .Select(s => new SegmentName(s.Id, s.Name, s.Version, s.UnitId)).ToListAsync(ct);
        return ApiReply.Of(StatusCodes.Status200OK, names).ToResult();
    }

    // The key itself is the author: whoever made the key stands behind it and cannot approve what it wrote.
    private static CampaignActor Actor(ApiCaller caller) => new(caller.KeyId, caller.Units.UnitIds);

    private static CampaignWriter Behind(ApiCaller caller, Campaign campaign) => new() { CampaignId = campaign.Id, OfficialId = caller.OfficialId };

    private static ApiReply Begun(Campaign campaign) => ApiReply.Of(StatusCodes.Status201Created, CampaignReader.State(campaign, counts: null));

    private static ApiReply Submitted(Campaign campaign) => ApiReply.Of(StatusCodes.Status200OK, CampaignReader.State(campaign, counts: null));

    private static Task<Campaign?> FindAsync(ChatbotDb db, Guid id, HttpContext http, CancellationToken ct) => db.Set<Campaign>().Within(http.Caller().Units).FirstOrDefaultAsync(c => c.Id == id, ct);

    private static IResult NotFound() => ApiReply.Problem(StatusCodes.Status404NotFound, "NotFound").ToResult();

    private static ApiReply Refused(CampaignAct act) => act.Outcome switch
    {
        CampaignOutcome.Unknown => ApiReply.Problem(StatusCodes.Status404NotFound, "NotFound"),
        CampaignOutcome.Unsound => ApiReply.Problem(StatusCodes.Status422UnprocessableEntity, "Unsound", act.Faults),
        CampaignOutcome.ChangedMeanwhile => ApiReply.Problem(StatusCodes.Status409Conflict, "ChangedMeanwhile"),
        _ => ApiReply.Problem(StatusCodes.Status409Conflict, "WrongState"),
    };
}
