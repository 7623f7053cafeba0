using Chatbot.Campaigns;
using Chatbot.Campaigns.Testing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.People;

/// <summary>A look at a campaign in the official's own telephone.</summary>
internal static class TestRoutes
{
    public static void MapTests(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapPost("/{id:guid}/test", SendAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/{id:guid}/test/ask", AskAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/{id:guid}/test/confirm", ConfirmAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> SendAsync(Guid id, ConsoleContext console, TestCampaign test, CampaignPageReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return TypedResults.NotFound();
        var outcome = campaign.Read().Content.IsSound ? await test.SendAsync(campaign, console.Visitor.OfficialId, ct) : TestOutcome.OtherChannel;
        var words = outcome switch
        {
            TestOutcome.Sent => PeopleTexts.TestSent,
            TestOutcome.NoAccount => PeopleTexts.TestNoAccount,
            TestOutcome.OtherChannel => PeopleTexts.TestOtherChannel,
            _ => PeopleTexts.TestWindowShut,
        };
        return await reader.PageAsync(id, words, isError: outcome != TestOutcome.Sent, typed: null, ct);
    }

    private static async Task<IResult> AskAsync(Guid id, ConsoleContext console, TestCampaign test, CampaignPageReader reader, CancellationToken ct) =>
        await reader.PageAsync(id, PeopleTexts.TestCode(await test.AskAsync(console.Visitor.OfficialId, ct)), isError: false, typed: null, ct);

    private static async Task<IResult> ConfirmAsync(Guid id, ConsoleContext console, TestCampaign test, CampaignPageReader reader, CancellationToken ct)
    {
        var isLinked = await test.ConfirmAsync(console.Visitor.OfficialId, ct);
        return await reader.PageAsync(id, isLinked ? PeopleTexts.TestLinked : PeopleTexts.TestNotYet, isError: !isLinked, typed: null, ct);
    }
}
