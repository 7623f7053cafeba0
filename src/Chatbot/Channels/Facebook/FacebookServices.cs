using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Channels.Facebook;

public static class FacebookServices
{
    /// <summary>The Facebook channel. Needs <see cref="ChannelServices.AddChannels"/>.</summary>
    public static TBuilder AddFacebook<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddChannels();
        var services = builder.Services;
        services.AddOptions<FacebookOptions>().BindConfiguration(FacebookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient<FacebookClient>(http => http.Timeout = TimeSpan.FromMinutes(3))   // the pipeline's own limit is shorter
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();   // addresses carry proofs and tokens to be examined
        services.AddSingleton<FacebookSignature>().AddSingleton<FacebookSignedRequest>().AddSingleton<FacebookPace>()
            .AddSingleton<FacebookDelivery>().AddSingleton<FacebookTokens>().AddSingleton<ConnectFacebookPage>()
            .AddSingleton<FacebookEvents>().AddSingleton<FacebookSender>();
        services.AddSingleton<IChannelEvents>(provider => provider.GetRequiredService<FacebookEvents>());
        services.AddSingleton<IChannelSender>(provider => provider.GetRequiredService<FacebookSender>());
        services.AddSingleton<IChannelPublisher, FacebookPublisher>();
        services.AddHostedService<FacebookWatch>();
        return builder;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,   // a redirected POST would be a second message
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxConnectionsPerServer = 64,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };
}
