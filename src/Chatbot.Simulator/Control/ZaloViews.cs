using Chatbot.Simulator.Zalo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary>What can be looked at on Zalo beside conversations: an OA's templates and articles.</summary>
internal sealed class ZaloViews(ZaloPlatform zalo)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/zalo/templates", (string? account) => ControlApi.Guarded(() => ControlApi.Answer(zalo.Templates.Of(zalo.Account(account).OaId))));
        routes.MapGet("/zalo/articles", (string? account) => ControlApi.Guarded(() => ControlApi.Answer(zalo.Account(account).Articles.All)));
    }
}
