using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>The list of cases, and the stream that moves it.</summary>
internal static class InboxRoutes
{
    private const string Home = "/console/cases";

    public static void MapInbox(this IEndpointRouteBuilder console)
    {
        console.MapGet("/cases", ShowAsync).RequireRight(CaseRights.See);
        console.MapGet("/live/cases", LiveAsync).RequireRight(CaseRights.See);
        console.MapPost("/cases/bulk", BulkRoute.RunAsync).RequireRight(CaseRights.Act);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request, ConsoleContext console, InboxReader reader, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var (query, visitor, scope) = (InboxQuestion.Read(request, Home), console.Visitor, await console.ScopeAsync(ct));
        if (ListExport.FormatOf(request) is { } format)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            return await ListExport.FileAsync(db, trail, visitor.UnitId, "vu-viec", format, await reader.ExportAsync(query, visitor, scope, ct), InboxColumns.Exported, ct);
        }
        var notice = BulkRoute.Notice(request);
        return Pages.Show<InboxPage>(new
        {
            List = await reader.PageAsync(query, visitor, scope, ct), Counts = await reader.CountAsync(query, visitor, scope, ct),
            Choices = await reader.ChoicesAsync(scope, ct), Notice = notice, NoticeIsError = notice == InboxTexts.BulkNone,
        });
    }

    private static async Task<ServerSentEventsResult<string>> LiveAsync(HttpContext http, ConsoleContext console, LiveFragment live, CancellationToken ended)
    {
        var query = InboxQuestion.Read(http.Request, Home);
        LiveChange[] about = [LiveChange.Official(console.Visitor.OfficialId), .. (await console.ScopeAsync(ended)).UnitIds.Select(LiveChange.Unit)];
        return live.Of(http, CaseRights.See, about,
            new LivePart(ListView<InboxRow>.RowsEvent, typeof(ListRows<InboxRow>), async (services, visitor, ct) => new()
            {
                ["Page"] = await services.GetRequiredService<InboxReader>().PageAsync(query, visitor, await ScopeAsync(services, visitor, ct), ct), ["Caption"] = InboxTexts.Title, ["Empty"] = InboxColumns.Empty,
            })
            {
                SameFor = visitor => $"{visitor.UnitPath}{(InboxQuestion.IsOfVisitor(query) ? visitor.OfficialId : "")}{http.Request.QueryString}",
            },
            new LivePart(ListView<InboxRow>.TopEvent, typeof(InboxTabs), async (services, visitor, ct) => new()
            {
                ["Counts"] = await services.GetRequiredService<InboxReader>().CountAsync(query, visitor, await ScopeAsync(services, visitor, ct), ct),
            }));
    }

    private static Task<UnitScope> ScopeAsync(IServiceProvider services, Visitor visitor, CancellationToken ct)
    {
        var databases = services.GetRequiredService<IDbContextFactory<ChatbotDb>>();
        return services.GetRequiredService<SharedLooks>().JoinAsync($"units:{visitor.UnitPath}", async token =>
        {
            await using var db = await databases.CreateDbContextAsync(token);
            return await UnitScope.OfAsync(db, visitor.UnitPath, token);
        }, ct);
    }
}
