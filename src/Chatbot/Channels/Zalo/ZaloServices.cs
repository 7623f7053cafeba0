using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

public static class ZaloServices
{
    /// <summary>The Zalo channel. Needs <c>AddPersistence</c> and an <see cref="Persistence.ISecretBox"/>; after the migrations <see cref="ZaloSetup"/> runs once,
    /// and a job calls <see cref="ZaloTokens.RefreshDueAsync"/> every minute.</summary>
    public static TBuilder AddZalo<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddChannels();
        var services = builder.Services;
        services.AddOptions<ZaloOptions>().BindConfiguration(ZaloOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ZaloOptions>, ZaloOptionsCheck>());
        services.AddSingleton<ZaloSignature>().AddSingleton<ZaloEvents>().AddSingleton<ZaloIntake>()
            .AddSingleton<ZaloTokenStore>().AddSingleton<ZaloTokens>().AddSingleton<ZaloSender>().AddSingleton<ZaloSetup>().AddSingleton<ZaloConnection>();
        services.AddSingleton<IChannelEvents>(provider => provider.GetRequiredService<ZaloEvents>());
        services.AddSingleton<IChannelSender>(provider => provider.GetRequiredService<ZaloSender>());
        services.AddSingleton<IChannelPublisher, ZaloPublisher>();
        AddClients(services);
        return builder;
    }

    // Held by singletons, so the handler renews its connections by itself instead of being replaced by the factory.
    private static void AddClients(IServiceCollection services)
    {
        services.AddHttpClient<ZaloClient>((provider, http) =>
        {
            http.BaseAddress = Folder(provider.GetRequiredService<IOptions<ZaloOptions>>().Value.ApiBaseAddress);
            http.Timeout = Timeout.InfiniteTimeSpan;   // the pipeline's attempt time-out rules
        }).ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddHttpClient<ZaloOAuthClient>((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<ZaloOptions>>().Value;
            (http.BaseAddress, http.Timeout) = (Folder(options.OAuthBaseAddress), options.OAuthTimeout);
        }).ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
    }

    private static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,   // a redirected POST would carry the token elsewhere
        UseCookies = false,
    };

    /// <summary>The address with a slash at its end, so that relative paths are put behind it.</summary>
    internal static Uri Folder(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
