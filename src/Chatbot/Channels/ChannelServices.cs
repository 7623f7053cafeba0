using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Channels;

public static class ChannelServices
{
    /// <summary>What every channel shares. Needs the database and <see cref="Persistence.ISecretBox"/>; may be called once a channel.</summary>
    public static TBuilder AddChannels<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(AccountDirectory))) return builder;
        builder.Services.AddOptions<ChannelOptions>().BindConfiguration(ChannelOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddMetrics();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IOutboundFiles, NoOutboundFiles>();
        builder.Services.AddSingleton<ChannelMetrics>().AddSingleton<AccountHealth>().AddSingleton<AccountDirectory>()
            .AddSingleton<AccountPipelines>().AddSingleton<SendRate>().AddSingleton<ConnectTickets>();
        return builder;
    }
}
