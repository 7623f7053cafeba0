using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>What waits for this person; moves by itself.</summary>
internal static class FirstPage
{
    public static IEndpointRouteBuilder MapFirstPage(this IEndpointRouteBuilder console)
    {
        console.MapGet("", ShowAsync).RequireSignedIn();
        console.MapGet("/live/waiting", LiveAsync).RequireSignedIn();
        return console;
    }

    private static async Task<RazorComponentResult<FirstPageView>> ShowAsync(ConsoleContext console, IEnumerable<IWaiting> waiting, CancellationToken ct) =>
        Pages.Show<FirstPageView>(new { Tiles = await TilesAsync(waiting, console.Visitor, await console.ScopeAsync(ct), ct) });

    /// <summary>Capabilities call <see cref="WaitingNews"/> when a count may have changed.</summary>
    private static async Task<ServerSentEventsResult<string>> LiveAsync(HttpContext http, ConsoleContext console, LiveFragment live, CancellationToken ended)
    {
        var units = (await console.ScopeAsync(ended)).UnitIds;
        LiveChange[] about = [LiveChange.FirstPages, LiveChange.Official(console.Visitor.OfficialId), .. units.Select(LiveChange.Unit)];
        return live.Of<WaitingTiles>(http, Right.None, "waiting", about, async (services, visitor, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync(ct);
            var scope = await UnitScope.OfAsync(db, visitor.UnitPath, ct);
            return new() { ["Tiles"] = await TilesAsync(services.GetServices<IWaiting>(), visitor, scope, ct) };
        });
    }

    private static async Task<IReadOnlyList<WaitingTile>> TilesAsync(IEnumerable<IWaiting> waiting, Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var tiles = new List<WaitingTile>();
        foreach (var one in waiting.Where(w => visitor.May(w.Any)).OrderBy(w => w.Order)) tiles.Add(await one.CountAsync(visitor, scope, ct));
        return [.. tiles.Where(tile => tile.Count > 0)];
    }
}
