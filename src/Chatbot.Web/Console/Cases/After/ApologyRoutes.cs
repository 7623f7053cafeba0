using System.Globalization;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Answering;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.One;
using Chatbot.Web.Console.Cases.Work;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.After;

/// <summary>A late case: apology drafted from its facts, changed by the official, handed to a leader. Approved in the talk like any answer.</summary>
internal static class ApologyRoutes
{
    public static void MapApology(this IEndpointRouteBuilder matter)
    {
        matter.MapGet("/apology", (Guid id, ConsoleContext console) => Page(id, console.Visitor.FullName, text: null, notice: null)).RequireRight(CaseRights.Act);
        matter.MapPost("/apology/draft", DraftAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/apology", SubmitAsync).RequireRight(CaseRights.Act);
    }

    private static async Task<IResult> DraftAsync(Guid id, IFormCollection form, DraftApology apology, ConsoleContext console, CancellationToken ct)
    {
        var person = form.Text("person");
        if (!DateOnly.TryParseExact(form.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || form.Text("reason").Length == 0)
            return Page(id, person, text: null, CasesTexts.OutcomeInvalid);
        return await apology.ProposeAsync(id, form.Text("reason"), date, person.Length > 0 ? person : console.Visitor.FullName, ct) is { } text
            ? Page(id, person, text, notice: null) : Page(id, person, text: null, CaseTexts.ApologyNotLate);
    }

    private static async Task<IResult> SubmitAsync(Guid id, IFormCollection form, DraftApology apology, Presses presses, ConsoleContext console, CancellationToken ct)
    {
        var (request, text) = (form.Id("request"), form.Text("text"));
        if (request == Guid.Empty || text.Length == 0) return Page(id, console.Visitor.FullName, text, CasesTexts.OutcomeInvalid);
        return await apology.SubmitAsync(id, console.Visitor.OfficialId, request, text, ct) switch
        {
            AnswerResult.Refused { Why: Chatbot.Hotline.Cases.CaseOutcome.WrongState } => Page(id, console.Visitor.FullName, text, CaseTexts.ApologyNotLate),
            AnswerResult.Refused refused => await presses.RefuseAsync(id, refused.Why, draft: null, ct),
            _ => Pages.Go($"/console/cases/{id}?done=submitted"),
        };
    }

    private static IResult Page(Guid id, string person, string? text, string? notice) =>
        Pages.Show<ApologyPage>(new { Path = $"/console/cases/{id}", Person = person, Text = text, Notice = notice },
            notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
