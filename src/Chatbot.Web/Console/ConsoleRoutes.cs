using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Account;
using Chatbot.Web.Console.Answers;
using Chatbot.Web.Console.ApiKeys;
using Chatbot.Web.Console.Assets;
using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.Campaigns;
using Chatbot.Web.Console.Cases;
using Chatbot.Web.Console.Catalogue;
using Chatbot.Web.Console.Dashboards;
using Chatbot.Web.Console.Errors;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Officials;
using Chatbot.Web.Console.Phrases;
using Chatbot.Web.Console.Radio;
using Chatbot.Web.Console.SignIn;
using Chatbot.Web.Console.Units;

namespace Chatbot.Web.Console;

public static class ConsoleRoutes
{
    /// <summary>Headers, error pages, sign-in and limits, before any endpoint.</summary>
    public static WebApplication UseConsole(this WebApplication app)
    {
        app.UseSecurityHeaders().UseErrorPages().UseRateLimiter().UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.Items[typeof(Visitor)] is Visitor visitor) Actor.Is(new Actor(visitor.OfficialId, visitor.UnitId, ConsoleContext.AddressOf(context)));
            return next(context);
        });
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapConsole(this WebApplication app)
    {
        var console = app.ConsoleGroup();
        console.MapAssets().MapFirstPage().MapSignIn().MapInvitations().MapAccount().MapTwoFactor().MapOfficials().MapUnits().MapAudit().MapPhrases().MapCases();
        console.MapAnswers().MapCampaigns().MapRadio().MapCatalogue().MapDashboards().MapApiKeys();
        // What is nowhere is told as such, to anybody; otherwise it would ask for a sign-in.
        app.MapFallback("{*path}", () => TypedResults.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous();
        return app;
    }

    /// <summary>Where capabilities hang their pages: <c>app.ConsoleGroup().MapGet("/cases", …).RequireRight(…)</c>. Forms are checked here.</summary>
    public static RouteGroupBuilder ConsoleGroup(this WebApplication app)
    {
        var console = app.MapGroup("/console").DisableAntiforgery();   // the middleware's own check knows no page to show
        console.AddEndpointFilter<FormGuard>();
        return console;
    }
}
