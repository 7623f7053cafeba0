namespace Chatbot.Web.Connect;

public static class ZaloConnectServices
{
    /// <summary>What the connect page needs beside <c>AddZalo</c>.</summary>
    public static IHostApplicationBuilder AddZaloConnect(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<ZaloConnectCookie>();
        return builder;
    }
}
