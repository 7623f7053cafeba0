using Chatbot.Catalogue;
using Chatbot.Catalogue.Answers;
using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Preview;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Answers;

/// <summary>What the page of one answer shows.</summary>
internal sealed class AnswerPageReader(
    ConsoleContext console, IDbContextFactory<ChatbotDb> databases, SubmitAnswer submit, PreviewContent content, ChannelPreview preview, TimeProvider clock)
{
    /// <param name="id">The answer.</param>
    /// <param name="notice">What was just done, or why it was not; null: nothing to say.</param>
    /// <param name="isError">It was not done.</param>
    /// <param name="typed">What the editor typed and could not be stored; null: the text as it stands.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<IResult> PageAsync(Guid id, string? notice, bool isError, AnswerText? typed, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        if (await db.Set<PublishedAnswer>().Within(scope).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } answer) return TypedResults.NotFound();
        return Pages.Show<AnswerPage>(new
        {
            Sheet = await SheetAsync(db, answer, ct),
            Typed = typed ?? AnswerForm.Of(answer),
            Notice = notice,
            NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<AnswerSheet> SheetAsync(ChatbotDb db, PublishedAnswer answer, CancellationToken ct)
    {
        var versions = await db.Set<AnswerVersion>().Where(v => v.AnswerId == answer.Id).OrderByDescending(v => v.Version).ToListAsync(ct);
        Guid?[] people = [answer.AuthorId, answer.EditorId, answer.ApproverId, answer.PersonalDataKeptBy, .. versions.Select(v => (Guid?)v.SavedBy)];
        var ids = people.OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Official>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.FullName, ct);
        var (question, answered) = await submit.LookAsync(answer, ct);
        var unit = await db.Set<Unit>().Where(u => u.Id == answer.UnitId).Select(u => u.Name).SingleAsync(ct);
        return new AnswerSheet(answer, unit, question, answered, versions, names, preview.Of(content.Of(AsSaid(answer))));
    }

    // Before the approval it is shown as if it were approved today by whoever will do it.
    private FaqEntry AsSaid(PublishedAnswer answer) => new(answer.Code, [answer.Question], answer.Answer)
    {
        Source = answer.Source, SourceUrl = answer.SourceUrl, ProcedureCode = answer.ProcedureCode, ValidFrom = answer.ValidFrom,
        ApprovedBy = answer.ApproverName.Length > 0 ? answer.ApproverName : AnswersTexts.FutureApprover,
        ApprovedOn = VietnamDay.Of(answer.ApprovedAt ?? clock.GetUtcNow()),
    };
}
