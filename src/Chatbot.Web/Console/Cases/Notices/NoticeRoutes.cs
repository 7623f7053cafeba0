using Chatbot.Hotline.Inbox;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Notices;

/// <summary>What an official was told about cases.</summary>
internal static class NoticeRoutes
{
    private const int MostSeenAtOnce = 5_000;

    public static void MapNotices(this IEndpointRouteBuilder console)
    {
        console.MapGet("/cases/notices", ListAsync).RequireRight(CaseRights.See);
        console.MapPost("/cases/notices", SeeAllAsync).RequireRight(CaseRights.See);
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, ConsoleContext console, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state");
        return lists.ShowAsync<NoticesPage, NoticeRow>(request, "thong-bao", NoticeColumns.All, query, (db, scope) => NoticeRow.Read(db, console.Visitor, scope, query.Filter("state") == "unseen"), ct);
    }

    private static async Task<IResult> SeeAllAsync(
        ConsoleContext console, IDbContextFactory<ChatbotDb> databases, SeeNotices notices, WaitingNews news, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var unseen = await NoticeRow.Read(db, console.Visitor, await console.ScopeAsync(ct), onlyUnseen: true).Select(r => r.Id).Take(MostSeenAtOnce).ToListAsync(ct);
        await notices.SeeAsync(unseen, ct);
        await news.ChangedAsync(ct);
        return Pages.Go("/console/cases/notices");
    }
}

/// <summary>Notices that this person has not seen.</summary>
internal sealed class WaitingNotices(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => CaseRights.See;

    public int Order => 15;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await NoticeRow.Read(db, visitor, scope, onlyUnseen: true).CountAsync(ct);
        return new WaitingTile(CasesTexts.WaitingNotices, CasesTexts.WaitingNoticesHint, count, "/console/cases/notices?state=unseen");
    }
}
