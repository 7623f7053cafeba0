using Chatbot.Catalogue.Answers;
using Chatbot.Hotline.After;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Answers;

/// <summary>"Dân hỏi – chính quyền trả lời": listed, begun from a case or from nothing.</summary>
internal static class AnswerRoutes
{
    public const Right Readers = Right.Editor | Right.Approver | Right.HotlineAgent | Right.Supervisor;

    public static IEndpointRouteBuilder MapAnswers(this IEndpointRouteBuilder console)
    {
        var answers = console.MapGroup("/answers");
        answers.MapGet("", ListAsync).RequireRight(Readers);
        answers.MapGet("/new", ShowNewAsync).RequireRight(Right.Editor);
        answers.MapPost("/new", AddAsync).RequireRight(Right.Editor);
        answers.MapPost("/from-case/{id:guid}", DraftFromCaseAsync).RequireRight(Right.Editor | Right.HotlineAgent | Right.Supervisor);
        answers.MapAnswer();
        return console;
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state");
        return lists.ShowAsync<AnswersPage, AnswerRow>(request, "dan-hoi", AnswerColumns.All, query, (db, scope) => AnswerRow.Read(db, scope, query), ct);
    }

    private static Task<IResult> ShowNewAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        NewPageAsync(console, databases, new AnswerText("", ""), console.Visitor.UnitId, notice: null, ct);

    private static async Task<IResult> AddAsync(
        IFormCollection form, ConsoleContext console, DraftFromCase draft, WaitingNews news, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (unit, text) = (form.Id("unit"), AnswerForm.Read(form));
        var act = await draft.DraftAsync(unit, caseId: null, text, await console.ActorAsync(ct), ct);
        if (act.Outcome != AnswerOutcome.Done) return await NewPageAsync(console, databases, text, unit, AnswerWords.Of(act.Outcome), ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/answers/{act.Answer!.Id}?done=drafted");
    }

    private static async Task<IResult> NewPageAsync(
        ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AnswerText text, Guid unit, string? notice, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var units = await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct);
        return Pages.Show<NewAnswerPage>(new { Text = text, UnitId = unit, Units = units, Notice = notice },
            notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // Pressed twice, it leads to the same draft. A case without words gets a draft to be written.
    private static async Task<IResult> DraftFromCaseAsync(
        Guid id, ConsoleContext console, QuoteCase quote, DraftFromCase draft, AuditTrail trail, WaitingNews news, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        var scope = await console.ScopeAsync(ct);
        if (await quote.ReadAsync(id, [.. scope.UnitIds], ct) is not { } told) return TypedResults.NotFound();
        using (await gate.EnterAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await trail.AppendAsync(db, new AuditRecord("case.quoted", "case", id.ToString(), told.UnitId), ct);
        }
        var text = new AnswerText(Cut(told.Question, AnswerText.LongestQuestion, AnswersTexts.NoQuestion), Cut(told.Answer, AnswerText.LongestAnswer, AnswersTexts.NoAnswer));
        var act = await draft.DraftAsync(told.UnitId, id, text, await console.ActorAsync(ct), ct);
        if (act.Answer is null) return TypedResults.NotFound();
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/answers/{act.Answer.Id}?done=drafted");
    }

    // Masking may lengthen a text; the editor sees where it was cut.
    private static string Cut(string words, int longest, string otherwise) =>
        words.Length == 0 ? otherwise : words.Length <= longest * 3 / 4 ? words : words[..(longest * 3 / 4)] + " […]";
}
