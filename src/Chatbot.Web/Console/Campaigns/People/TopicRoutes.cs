using Chatbot.Campaigns.Audience;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.People;

/// <summary>Topics that citizens may ask for or refuse.</summary>
internal static class TopicRoutes
{
    public static void MapTopics(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/topics", ShowAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapPost("/topics", SaveAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/topics/{id:guid}/withdraw", WithdrawAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await PageAsync(request.Query["done"].ToString() switch { "saved" => PeopleTexts.TopicSaved, "withdrawn" => PeopleTexts.TopicWithdrawn, _ => null }, isError: false, console, databases, ct);

    private static async Task<IResult> SaveAsync(IFormCollection form, ConsoleContext console, KeepTopics keep, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await keep.SaveAsync(console.Visitor.UnitId, form.Text("code"), form.Text("name"), await console.CampaignActorAsync(ct), ct)
            ? Pages.Go("/console/campaigns/topics?done=saved") : await PageAsync(PeopleTexts.TopicNotSaved, isError: true, console, databases, ct);

    private static async Task<IResult> WithdrawAsync(Guid id, ConsoleContext console, KeepTopics keep, CancellationToken ct) =>
        await keep.WithdrawAsync(id, await console.CampaignActorAsync(ct), ct) ? Pages.Go("/console/campaigns/topics?done=withdrawn") : TypedResults.NotFound();

    private static async Task<IResult> PageAsync(string? notice, bool isError, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        var topics = await db.Set<OutreachTopic>().Within(scope).Where(t => t.WithdrawnAt == null).OrderBy(t => t.Name).ToListAsync(ct);
        var codes = topics.Select(t => t.Code).ToList();
        var talks = db.Set<Conversation>().Within(scope);
        var choices = await db.Set<TopicChoice>().Where(c => codes.Contains(c.Topic) && talks.Any(t => t.Id == c.ConversationId))
            .GroupBy(c => new { c.Topic, c.IsWanted }).Select(g => new { g.Key.Topic, g.Key.IsWanted, Count = g.Count() }).ToListAsync(ct);
        int Count(string code, bool wanted) => choices.Where(c => c.Topic == code && c.IsWanted == wanted).Sum(c => c.Count);
        IReadOnlyList<(OutreachTopic, int, int)> rows = [.. topics.Select(t => (t, Count(t.Code, true), Count(t.Code, false)))];
        return Pages.Show<TopicsPage>(new { Topics = rows, Notice = notice, NoticeIsError = isError }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
