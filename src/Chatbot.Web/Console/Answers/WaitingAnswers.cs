using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.FirstPage;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Answers;

/// <summary>Answers that this person may approve: submitted, and written by others.</summary>
internal sealed class AnswersToApprove(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.Approver;

    public int Order => 40;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var me = visitor.OfficialId;
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<PublishedAnswer>().Within(scope)
            .CountAsync(a => a.Status == AnswerStatus.Submitted && a.AuthorId != me && (a.EditorId == null || a.EditorId != me), ct);
        return new WaitingTile(AnswersTexts.WaitingApproval, AnswersTexts.WaitingApprovalHint, count, "/console/answers?state=submitted");
    }
}

/// <summary>Drafts and what an approver has given back.</summary>
internal sealed class AnswersToWrite(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.Editor;

    public int Order => 41;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<PublishedAnswer>().Within(scope).CountAsync(a => a.Status == AnswerStatus.Returned, ct);
        return new WaitingTile(AnswersTexts.WaitingReturned, AnswersTexts.WaitingReturnedHint, count, "/console/answers?state=returned");
    }
}
