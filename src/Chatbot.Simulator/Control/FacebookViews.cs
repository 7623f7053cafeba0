using Chatbot.Simulator.Facebook;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary>What can be looked at on Facebook beside conversations: a Page's wall, its templates, and the menu a person sees.</summary>
internal sealed class FacebookViews(FacebookPlatform facebook)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/facebook/wall", (string? account) => ControlApi.Guarded(() => ControlApi.Answer(WallOf(facebook.Page(account)))));
        routes.MapGet("/facebook/templates", () => ControlApi.Answer(facebook.Templates.All));
        routes.MapGet("/facebook/profile/{citizen}", (string citizen, string? account) =>
            ControlApi.Guarded(() => ControlApi.Answer(ShownProfile.Of(facebook.Page(account), facebook.Conversation(citizen, account)))));
    }

    private static IEnumerable<object> WallOf(FacebookPage page) => page.Wall.Posts.Select(post => new
    {
        post,
        comments = page.Wall.CommentsUnder(post.Id).Select(comment => new { comment, answers = page.Wall.CommentsUnder(comment.Id) }),
    });
}
