using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Answering;

/// <summary>A signed-in official answers the citizen. No job may call this: it can mark a message as written by a human.</summary>
public sealed class AnswerCase
{
    private readonly CaseDesk desk;
    private readonly AnswerSender sender;
    private readonly CaseSearch search;
    private readonly ISecretBox box;
    private readonly WakeUps wakeUps;
    private readonly IOptions<CaseOptions> options;

    internal AnswerCase(CaseDesk desk, AnswerSender sender, CaseSearch search, ISecretBox box, WakeUps wakeUps, IOptions<CaseOptions> options) =>
        (this.desk, this.sender, this.search, this.box, this.wakeUps, this.options) = (desk, sender, search, box, wakeUps, options);

    /// <summary>Takes the case when nobody has it. A second press of the same button answers as the first did.</summary>
    public Task<AnswerResult> AnswerAsync(AnswerRequest request, CancellationToken ct) => RunAsync(request.CaseId, async (db, matter, token) =>
    {
        if (await db.Set<CaseAnswer>().FirstOrDefaultAsync(a => a.RequestId == request.RequestId, token) is { } before) return As(before);
        if (request.Text.Trim() is not { Length: > 0 and <= AnswerRequest.LongestText } text) return Refused(CaseOutcome.Invalid);
        if (request.Purpose == AnswerPurpose.Apology && !await MayApologiseAsync(db, matter, token)) return Refused(CaseOutcome.WrongState);
        if (await sender.RenderFilesAsync(db, matter, request.Files, token) is null) return Refused(CaseOutcome.Invalid);
        if (TakeUp(db, matter, request.OfficialId) is { } refusal) return Refused(refusal);
        var answer = new CaseAnswer
        {
            CaseId = matter.Id, RequestId = request.RequestId, AuthorId = request.OfficialId, Text = box.ProtectWords(text), Purpose = request.Purpose,
            CreatedAt = desk.Now, Files = string.Join(',', request.Files.Distinct()),
        };
        db.Add(answer);
        await search.IndexAsync(db, matter.Id, text, token);
        return NeedsApproval(matter, request) ? Submit(db, matter, answer) : await sender.SendAsync(db, matter, answer, request.AcceptsPrice, request.OfficialId, token);
    }, ct);

    /// <summary>Sends what was held or approved, by a person's press.</summary>
    public Task<AnswerResult> SendAsync(Guid answerId, Guid official, bool acceptsPrice, CancellationToken ct) => OnAnswerAsync(answerId, async (db, matter, answer, token) =>
    {
        if (answer.State == AnswerState.Queued) return new AnswerResult.Queued(answer.Id);
        if (answer.State is not (AnswerState.Held or AnswerState.Offered or AnswerState.Approved)) return Refused(CaseOutcome.WrongState);
        if (TakeUp(db, matter, official) is { } refusal) return Refused(refusal);
        return await sender.SendAsync(db, matter, answer, acceptsPrice, official, token);
    }, ct);

    /// <summary>A second person reads and agrees; with that press it is sent, if the platform lets it through.</summary>
    public Task<AnswerResult> ApproveAsync(Guid answerId, Guid approver, bool acceptsPrice, CancellationToken ct) => OnAnswerAsync(answerId, async (db, matter, answer, token) =>
    {
        if (answer.AuthorId == approver) return Refused(CaseOutcome.OwnWork);
        if (!answer.Approve(approver)) return answer.State == AnswerState.Queued ? new AnswerResult.Queued(answer.Id) : Refused(CaseOutcome.WrongState);
        db.Add(CaseEvent.Of(matter, CaseVerb.ApproveAnswer, approver, desk.Now, answer.Id.ToString()));
        return await sender.SendAsync(db, matter, answer, acceptsPrice, approver, token);
    }, ct);

    public Task<AnswerResult> ReturnAsync(Guid answerId, Guid approver, string note, CancellationToken ct) => OnAnswerAsync(answerId, (db, matter, answer, _) =>
    {
        if (answer.AuthorId == approver) return Task.FromResult(Refused(CaseOutcome.OwnWork));
        if (!answer.Return(approver, box.ProtectWords(note.Trim()))) return Task.FromResult(Refused(CaseOutcome.WrongState));
        db.Add(CaseEvent.Of(matter, CaseVerb.ReturnAnswer, approver, desk.Now, answer.Id.ToString()));
        db.Add(Notice.For(matter, NoticeKind.AnswerReturned, answer.AuthorId, $"returned:{answer.Id}", desk.Now));
        return Task.FromResult<AnswerResult>(new AnswerResult.AwaitsApproval(answer.Id));
    }, ct);

    public Task<AnswerResult> WithdrawAsync(Guid answerId, Guid official, CancellationToken ct) => OnAnswerAsync(answerId, (_, matter, answer, _) =>
        Task.FromResult(answer.AuthorId != official && matter.AssigneeId != official ? Refused(CaseOutcome.TakenByAnother)
            : answer.Withdraw() ? new AnswerResult.Held(answer.Id) : Refused(CaseOutcome.WrongState)), ct);

    /// <summary>Tries again what the platform certainly did not deliver. What may have arrived (unknown) is never sent a second time.</summary>
    public Task<AnswerResult> RetryAsync(Guid answerId, Guid official, CancellationToken ct) => OnAnswerAsync(answerId, async (db, matter, answer, token) =>
    {
        if (TakeUp(db, matter, official) is { } refusal) return Refused(refusal);
        var now = desk.Now;
        var failed = await db.Set<OutboxMessage>()
            .Where(m => m.AnswerId == answerId && m.Body != "" && (m.Status == OutboxStatus.Refused || m.Status == OutboxStatus.Skipped))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Planned).SetProperty(m => m.NotBefore, now)
                .SetProperty(m => m.LeaseOwner, (string?)null).SetProperty(m => m.Reason, (string?)null).SetProperty(m => m.PlatformCode, (int?)null), token);
        if (failed == 0) return Refused(CaseOutcome.WrongState);
        answer.Queue(now);
        if (answer.Purpose == AnswerPurpose.Answer && matter.State != CaseState.Answered) matter.Answer(now);
        db.Add(CaseEvent.Of(matter, CaseVerb.Answer, official, now, $"{answer.Id};retry"));
        return new AnswerResult.Queued(answer.Id);
    }, ct);

    /// <returns>Null: the case is this official's now.</returns>
    private CaseOutcome? TakeUp(ChatbotDb db, Case matter, Guid official)
    {
        if (matter.AssigneeId == official) return matter.State == CaseState.Closed ? CaseOutcome.WrongState : null;
        if (matter.AssigneeId is not null) return CaseOutcome.TakenByAnother;
        if (!matter.Assign(official, desk.Now)) return CaseOutcome.WrongState;
        db.Add(CaseEvent.Of(matter, CaseVerb.Assign, official, desk.Now, official.ToString()));
        return null;
    }

    /// <summary>A leader stands behind every apology, and a second person behind answers of the chosen kinds.</summary>
    private bool NeedsApproval(Case matter, AnswerRequest request) => request.Purpose == AnswerPurpose.Apology
        || (request.Purpose == AnswerPurpose.Answer && options.Value.NeedsApproval(matter.Kind));

    /// <summary>The case is late, and nobody has apologised for it or is about to.</summary>
    private async Task<bool> MayApologiseAsync(ChatbotDb db, Case matter, CancellationToken ct) =>
        matter.IsOpen && matter.DueAt < (matter.AnsweredAt ?? desk.Now)
        && !await db.Set<CaseAnswer>().AnyAsync(a => a.CaseId == matter.Id && a.Purpose == AnswerPurpose.Apology
            && a.State != AnswerState.Withdrawn && a.State != AnswerState.Returned, ct);

    private AnswerResult.AwaitsApproval Submit(ChatbotDb db, Case matter, CaseAnswer answer)
    {
        answer.Submit();
        db.Add(CaseEvent.Of(matter, CaseVerb.SubmitAnswer, answer.AuthorId, desk.Now, answer.Id.ToString()));
        var (kind, audience) = answer.Purpose == AnswerPurpose.Apology ? (NoticeKind.ApologyWanted, Audience.Head) : (NoticeKind.ApprovalWanted, Audience.Supervisor);
        db.Add(Notice.For(matter, kind, audience, $"approval:{answer.Id}", desk.Now));
        return new AnswerResult.AwaitsApproval(answer.Id);
    }

    private async Task<AnswerResult> OnAnswerAsync(
        Guid answerId, Func<ChatbotDb, Case, CaseAnswer, CancellationToken, Task<AnswerResult>> act, CancellationToken ct)
    {
        Guid? caseId;
        await using (var db = await desk.ReadAsync(ct))
            caseId = await db.Set<CaseAnswer>().Where(a => a.Id == answerId).Select(a => (Guid?)a.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is null) return Refused(CaseOutcome.Unknown);
        return await RunAsync(caseId.Value, async (db, matter, token) =>
        {
            // Read again: the case is locked now, so nobody changes its answers.
            var answer = await db.Set<CaseAnswer>().AsTracking().SingleAsync(a => a.Id == answerId, token);
            return await act(db, matter, answer, token);
        }, ct);
    }

    private async Task<AnswerResult> RunAsync(Guid caseId, Func<ChatbotDb, Case, CancellationToken, Task<AnswerResult>> act, CancellationToken ct)
    {
        AnswerResult? result = null;
        var outcome = await desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            result = await act(db, matter, token);
            if (result is AnswerResult.Queued && db.Database.IsNpgsql())
                await db.Database.ExecuteSqlAsync($"SELECT pg_notify({WakeUpListener.ChannelName}, '')", token);
            return result is AnswerResult.Refused refused ? refused.Why : result is AnswerResult.AsksForPrice ? CaseOutcome.Invalid : CaseOutcome.Done;
        }, ct);
        if (result is AnswerResult.Queued) wakeUps.WakeOutbox();
        return result ?? Refused(outcome);
    }

    private static AnswerResult As(CaseAnswer answer) => answer.State switch
    {
        AnswerState.AwaitingApproval or AnswerState.Returned => new AnswerResult.AwaitsApproval(answer.Id),
        AnswerState.Held or AnswerState.Offered => new AnswerResult.Held(answer.Id),
        _ => new AnswerResult.Queued(answer.Id),
    };

    private static AnswerResult Refused(CaseOutcome why) => new AnswerResult.Refused(why);
}
