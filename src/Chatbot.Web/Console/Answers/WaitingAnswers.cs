using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.FirstPage;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Answers;

/// <summary>Answers that this person may approve: submitted, and written by others.</summary>
internal sealed class AnswersToApprove(IDbContextFactory<ChatbotDb> databases)
    : WaitingRows(databases, AnswersTexts.WaitingApproval, AnswersTexts.WaitingApprovalHint, "/console/answers?state=submitted")
{
    public override Right Any => Right.Approver;

    public override int Order => 40;

    protected override Task<int> CountAsync(ChatbotDb db, Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var me = visitor.OfficialId;
        return db.Set<PublishedAnswer>().Within(scope).CountAsync(a => a.Status == AnswerStatus.Submitted && a.AuthorId != me && (a.EditorId == null || a.EditorId != me), ct);
    }
}

/// <summary>What an approver has given back.</summary>
internal sealed class AnswersToWrite(IDbContextFactory<ChatbotDb> databases)
    : WaitingRows(databases, AnswersTexts.WaitingReturned, AnswersTexts.WaitingReturnedHint, "/console/answers?state=returned")
{
    public override Right Any => Right.Editor;

    public override int Order => 41;

    protected override Task<int> CountAsync(ChatbotDb db, Visitor visitor, UnitScope scope, CancellationToken ct) =>
        db.Set<PublishedAnswer>().Within(scope).CountAsync(a => a.Status == AnswerStatus.Returned, ct);
}
