namespace Chatbot.Web.Webhooks;

/// <summary>Answered before everything that pages need (sessions, rights, limits): a third of the time of a webhook would go there.</summary>
public static class WebhookRoutes
{
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapZaloWebhook().MapFacebookWebhook();
}
