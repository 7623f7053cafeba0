namespace Chatbot.Web.Webhooks;

public static class WebhookRoutes
{
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapZaloWebhook().MapFacebookWebhook();
}
