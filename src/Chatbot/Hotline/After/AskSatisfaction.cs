using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.After;

/// <summary>Recurring: after a case was closed its citizen is invited to a short survey, once, and only while the platform's free window is open.</summary>
/// <remarks>Survey and message are one transaction with a unique row a case: twice at once, or a process killed in between, never asks twice.</remarks>
public sealed class AskSatisfaction(
    CaseDesk desk, ReplyWindows windows, IEnumerable<IChannelSender> senders, WakeUps wakeUps)
{
    private const int Most = 500;
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(2);

    /// <summary>Payload of the button that begins the survey of a case; Conversations reads it.</summary>
    public const string Word = "#dg";

    /// <returns>How many were asked.</returns>
    public async Task<int> AskAsync(CancellationToken ct)
    {
        var asked = 0;
        foreach (var id in await ClosedAsync(ct))
        {
            if (await desk.ChangeAsync(id, AskAsync, ct) == CaseOutcome.Done) asked++;
        }
        if (asked > 0) wakeUps.WakeOutbox();
        return asked;
    }

    private async Task<List<Guid>> ClosedAsync(CancellationToken ct)
    {
        var since = desk.Now - LookBack;
        await using var db = await desk.ReadAsync(ct);
        return await db.Set<Case>()
            .Where(c => c.ClosedAt > since && c.End == CaseEnd.Resolved && c.FirstAnsweredAt != null && !db.Set<Survey>().Any(s => s.CaseId == c.Id))
            .OrderBy(c => c.ClosedAt).Take(Most).Select(c => c.Id).ToListAsync(ct);
    }

    private async Task<CaseOutcome> AskAsync(ChatbotDb db, Case matter, CancellationToken ct)
    {
        var now = desk.Now;
        var talk = await db.Set<Conversation>().SingleAsync(c => c.Id == matter.ConversationId, ct);
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Id == matter.AccountId, ct);
        if (matter.State != CaseState.Closed || talk.OptedOutAt is not null || talk.BlockedAt is not null || windows.Of(talk, account, now).Way != ReplyWay.Free)
            return CaseOutcome.WrongState;
        if (await db.Set<Survey>().AnyAsync(s => s.CaseId == matter.Id, ct)) return CaseOutcome.WrongState;
        db.Add(new Survey { CaseId = matter.Id, UnitId = matter.UnitId, AskedAt = now });
        db.AddRange(senders.Single(s => s.Channel == talk.Channel).Render(Invitation(matter), new Recipient(talk.CitizenId, talk.AnonymousConversationId))
            .Select(body => OfficeMessage.Plan(talk, body, now)));
        db.Add(CaseEvent.Of(matter, CaseVerb.Survey, official: null, now));
        return CaseOutcome.Done;
    }

    private static OutboundMessage Invitation(Case matter) => new(HotlineTexts.SurveyInvitation(TrackingCode.Show(matter.TrackingCode)))
    {
        Choices = [new Choice(HotlineTexts.SurveyButton, $"{Word} {matter.TrackingCode}")],
    };
}
