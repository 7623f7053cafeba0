using Chatbot.Conversations;
using Chatbot.Learning;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Phrases;

/// <summary>What officials taught: listed, added, withdrawn.</summary>
internal static class OwnPhraseRoutes
{
    private const string Home = ProposalRoutes.Home + "/own";

    public static void MapOwnPhrases(this IEndpointRouteBuilder phrases)
    {
        phrases.MapGet("/own", ListAsync);
        phrases.MapPost("/own", TeachAsync);
        phrases.MapGet("/own/new", ShowNew);
        phrases.MapPost("/own/{id:guid}/withdraw", WithdrawAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, ConsoleContext console, IKnowledgeSource knowledge, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state");
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = OwnRow.Read(db, await console.ScopeAsync(ct), query);
        var columns = OwnColumns.Of(knowledge.Current);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "cau-da-day", format, rows, [.. columns.SkipLast(1)], query, ct);
        return Pages.Show<OwnPage>(new { List = await ListReader.ReadAsync(rows, columns, query, ct), Notice = PhraseWords.Done(request.Query["done"].ToString()) });
    }

    private static IResult ShowNew(HttpRequest request, IKnowledgeSource knowledge) =>
        NewPage(knowledge.Current, request.Query["q"].ToString().Trim(), request.Query["code"].ToString(), "", notice: null);

    private static async Task<IResult> TeachAsync(IFormCollection form, ConsoleContext console, TeachPhrase teach, IKnowledgeSource knowledge, CancellationToken ct)
    {
        var phrase = new NewPhrase(console.Visitor.UnitId, form.Text("code"), form.Text("text"));
        var outcome = await teach.TeachAsync(phrase, console.Visitor.OfficialId, await console.ScopeAsync(ct), ct);
        return outcome == PhraseOutcome.Done ? Pages.Go(Home + "?done=taught") : NewPage(knowledge.Current, "", phrase.Code, phrase.Text, PhraseWords.Of(outcome));
    }

    private static async Task<IResult> WithdrawAsync(Guid id, ConsoleContext console, WithdrawPhrase withdraw, CancellationToken ct) =>
        await withdraw.WithdrawAsync(id, console.Visitor.OfficialId, await console.ScopeAsync(ct), ct) switch
        {
            PhraseOutcome.Done => Pages.Go(Home + "?done=withdrawn"),
            PhraseOutcome.NotFound => TypedResults.NotFound(),
            _ => Pages.Go(Home + "?done=decided"),
        };

    private static IResult NewPage(Knowledge known, string search, string code, string text, string? notice)
    {
        var chosen = known.Find(code) is null ? null : code;
        return Pages.Show<NewPhrasePage>(
            new { Procedures = ProcedureFinder.Of(known, search, chosen, text), Chosen = chosen, Search = search, Text = text, Notice = notice },
            notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
