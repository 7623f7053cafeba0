using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Notices;

/// <summary>Something about a case that this visitor should see.</summary>
public sealed class NoticeRow
{
    public long Id { get; init; }

    public Guid CaseId { get; init; }

    public required string TrackingCode { get; init; }

    public NoticeKind Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: not yet.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Addressed to this visitor, or to a role that they hold in a unit of theirs; of cases that they may see. The newest first.</summary>
    public static IOrderedQueryable<NoticeRow> Read(ChatbotDb db, Visitor visitor, UnitScope scope, bool onlyUnseen)
    {
        var (me, units) = (visitor.OfficialId, scope.UnitIds);
        var (answers, supervises, heads) = (visitor.May(Right.HotlineAgent), visitor.May(Right.Supervisor), visitor.May(Right.Approver));
        var notices = db.Set<Notice>().Where(n => n.OfficialId == me
            || (n.OfficialId == null && units.Contains(n.UnitId)
                && ((answers && n.Audience == Audience.Agent) || (supervises && n.Audience == Audience.Supervisor) || (heads && n.Audience == Audience.Head))));
        if (onlyUnseen) notices = notices.Where(n => n.SeenAt == null);
        var rows = from notice in notices
                   join matter in db.Set<Case>() on notice.CaseId equals matter.Id
                   where units.Contains(matter.HandlerUnitId) || units.Contains(matter.UnitId)
                   select new NoticeRow
                   {
                       Id = notice.Id, CaseId = matter.Id, TrackingCode = matter.TrackingCode, Kind = notice.Kind, CreatedAt = notice.CreatedAt, SeenAt = notice.SeenAt,
                   };
        return rows.OrderByDescending(r => r.Id);
    }

    public static string Words(NoticeKind kind) => kind switch
    {
        NoticeKind.Assigned => NoticesTexts.KindAssigned,
        NoticeKind.DeadlineHalf => NoticesTexts.KindDeadlineHalf,
        NoticeKind.DeadlineNear => NoticesTexts.KindDeadlineNear,
        NoticeKind.DeadlinePassed => NoticesTexts.KindDeadlinePassed,
        NoticeKind.Mentioned => NoticesTexts.KindMentioned,
        NoticeKind.AnswerOffered => NoticesTexts.KindAnswerOffered,
        NoticeKind.AnswerFailed => NoticesTexts.KindAnswerFailed,
        NoticeKind.ApprovalWanted => NoticesTexts.KindApprovalWanted,
        NoticeKind.AnswerReturned => NoticesTexts.KindAnswerReturned,
        _ => NoticesTexts.KindApologyWanted,
    };
}
