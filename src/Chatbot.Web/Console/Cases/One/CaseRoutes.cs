using System.Globalization;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Compose;
using Chatbot.Web.Console.Live;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>The page of one case and the stream that moves it.</summary>
internal static class CaseRoutes
{
    public static void MapOneCase(this IEndpointRouteBuilder matter)
    {
        matter.MapGet("", ShowAsync).RequireRight(CaseRights.See);
        // For a form without an address of its own: a press of Enter in it does nothing.
        matter.MapPost("", (Guid id) => Layout.Pages.Go($"/console/cases/{id}")).RequireRight(CaseRights.See);
    }

    public static void MapCaseStream(this IEndpointRouteBuilder live) =>
        live.MapGet("/live/cases/{id:guid}", LiveAsync).RequireRight(CaseRights.See).AddEndpointFilter<CaseDoor>();

    private static async Task<IResult> ShowAsync(
        Guid id, HttpRequest request, CasePages pages, KeepCannedAnswers canned, ConsoleContext console, CancellationToken ct)
    {
        DateTimeOffset? before = DateTimeOffset.TryParse(request.Query["before"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        ComposerModel? draft = null;
        if (Guid.TryParse(request.Query["canned"], out var chosen) && await canned.MayUseAsync(chosen, (await console.ScopeAsync(ct)).UnitIds, ct))
            draft = new ComposerModel(Guid.CreateVersion7(), await canned.FillAsync(chosen, id, console.Visitor.FullName, ct) ?? "");
        return await pages.ShowAsync(id, draft, before, Done(request.Query["done"].ToString()), isError: false, ct);
    }

    private static async Task<IResult> LiveAsync(Guid id, HttpContext http, ConsoleContext console, LiveFragment live, IDbContextFactory<ChatbotDb> databases, CancellationToken ended)
    {
        await using var db = await databases.CreateDbContextAsync(ended);
        var talk = await db.Set<Case>().Where(c => c.Id == id).Select(c => c.ConversationId).SingleAsync(ended);
        var talks = await SameCitizen.TalksOf(db, talk).Select(c => c.Id).ToListAsync(ended);
        var look = new CaseLook(id, console.Visitor.OfficialId);
        return live.Of(http, CaseRights.See, [LiveChange.Case(id), .. talks.Select(LiveChange.Conversation)],
            new LivePart("talk", typeof(Timeline), look.ReadAsync),
            new LivePart("status", typeof(CaseStatus), (_, _, _) => Task.FromResult(look.Shown)),
            new LivePart("window", typeof(WindowBanner), (services, _, _) => Task.FromResult(look.Window(services))));
    }

    private static string? Done(string what) => what switch
    {
        "" => null,
        "sent" => CaseTexts.DoneSent,
        "submitted" => CaseTexts.DoneSubmitted,
        "held" => CaseTexts.DoneHeld,
        "claimed" => CaseTexts.DoneClaimed,
        _ => CaseTexts.DoneSaved,
    };
}
