namespace Chatbot.Web.Connect;

public static class ConnectRoutes
{
    /// <summary>What the one-time pages need.</summary>
    public static IHostApplicationBuilder AddConnect(this IHostApplicationBuilder builder) => builder.AddZaloConnect();

    public static IEndpointRouteBuilder MapConnect(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapZaloConnect().MapFacebookConnect();
}
