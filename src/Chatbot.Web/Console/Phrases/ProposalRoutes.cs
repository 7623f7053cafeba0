using Chatbot.Catalogue;
using Chatbot.Conversations;
using Chatbot.Learning;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Phrases;

/// <summary>Questions that were not understood: listed, taught, left.</summary>
internal static class ProposalRoutes
{
    internal const string Home = "/console/phrases";

    /// <summary>As many wordings as a person looks through.</summary>
    private const int Wordings = 20;

    public static IEndpointRouteBuilder MapPhrases(this IEndpointRouteBuilder console)
    {
        var phrases = console.MapGroup("/phrases").RequireRight(Right.CatalogueEditor);
        phrases.MapGet("", ListAsync);
        phrases.MapGet("/{id:guid}", ShowAsync);
        phrases.MapPost("/{id:guid}/accept", AcceptAsync);
        phrases.MapPost("/{id:guid}/reject", RejectAsync);
        phrases.MapOwnPhrases();
        return console;
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, ConsoleContext console, IKnowledgeSource knowledge, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "why");
        await using var db = await databases.CreateDbContextAsync(ct);
        UnclearWhy? why = Enum.TryParse<UnclearWhy>(query.Filter("why"), ignoreCase: true, out var asked) ? asked : null;
        var rows = Proposal.Waiting(db, await console.ScopeAsync(ct), query.Search, why);
        var columns = ProposalColumns.Of(knowledge.Current);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "cau-hoi-chua-hieu", format, rows, [.. columns.SkipLast(1)], query, ct);
        return Pages.Show<ProposalsPage>(new { List = await ListReader.ReadAsync(rows, columns, query, ct), Notice = PhraseWords.Done(request.Query["done"].ToString()) });
    }

    private static Task<IResult> ShowAsync(
        Guid id, HttpRequest request, ConsoleContext console, IKnowledgeSource knowledge, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        PageAsync(id, request.Query["q"].ToString().Trim(), new Entered(null, null, null), console, knowledge.Current, databases, ct);

    private static async Task<IResult> AcceptAsync(
        Guid id, IFormCollection form, ConsoleContext console, AcceptProposal accept, WaitingNews news, IKnowledgeSource knowledge, IDbContextFactory<ChatbotDb> databases,
        CancellationToken ct)
    {
        var texts = form["text"].Select(text => text?.Trim() ?? "").Where(text => text.Length > 0).ToList();
        var outcome = await accept.AcceptAsync(id, form.Text("code"), texts, console.Visitor.OfficialId, await console.ScopeAsync(ct), ct);
        if (outcome == PhraseOutcome.Done) await news.ChangedAsync(ct);
        return outcome switch
        {
            PhraseOutcome.Done => Pages.Go(Home + "?done=taught"),
            PhraseOutcome.Decided => Pages.Go(Home + "?done=decided"),
            PhraseOutcome.NotFound => TypedResults.NotFound(),
            _ => await PageAsync(id, "", new Entered(form.Text("code"), texts is [var first, ..] ? first : null, PhraseWords.Of(outcome)), console, knowledge.Current, databases, ct),
        };
    }

    private static async Task<IResult> RejectAsync(Guid id, ConsoleContext console, RejectProposal reject, WaitingNews news, CancellationToken ct)
    {
        var outcome = await reject.RejectAsync(id, console.Visitor.OfficialId, await console.ScopeAsync(ct), ct);
        if (outcome == PhraseOutcome.Done) await news.ChangedAsync(ct);
        return outcome == PhraseOutcome.NotFound ? TypedResults.NotFound() : Pages.Go(Home + (outcome == PhraseOutcome.Done ? "?done=rejected" : "?done=decided"));
    }

    private static async Task<IResult> PageAsync(
        Guid id, string search, Entered entered, ConsoleContext console, Knowledge known, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        if (await Proposal.Waiting(db, scope, "", why: null).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal) return TypedResults.NotFound();
        var chosen = entered.Code ?? proposal.LikelyCode;
        return Pages.Show<ProposalPage>(new
        {
            Id = id,
            Wordings = await Proposal.WordingsAsync(db, id, Wordings, ct),
            Procedures = ProcedureFinder.Of(known, search, chosen, proposal.Text),
            Chosen = chosen,
            Search = search,
            Text = entered.Text ?? PhraseRules.WithoutMarks(proposal.Text),
            Notice = entered.Notice,
        }, entered.Notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What stood in the form, and why it was refused; nulls: it is shown for the first time.</summary>
    private sealed record Entered(string? Code, string? Text, string? Notice);
}
