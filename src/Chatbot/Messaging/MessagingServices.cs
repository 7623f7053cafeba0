using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Messaging;

public static class MessagingServices
{
    /// <summary>Inbox for every process that takes webhooks; dispatcher and outbox where <paramref name="works"/>.
    /// Needs persistence, channels, a <see cref="ISecretBox"/> and, where it works, an <see cref="ITurnHandler"/>.</summary>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, bool works)
    {
        var services = builder.Services;
        services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WakeUps>().AddSingleton<MessagingMetrics>().AddSingleton<PartitionOwner>();
        services.AddSingleton<Inbox>().AddSingleton<IInbox>(found => found.GetRequiredService<Inbox>());
        services.AddSingleton<Sweeper>().AddSingleton<Retention>().AddSingleton<PlaceAccount>();
        services.AddHostedService<AccountKeeper>();
        // Hosted services stop in reverse: first nothing new is handled, then what is on its way is settled, then the shares are given back.
        if (works) services.AddHostedService<PartitionKeeper>();
        services.AddHostedService(found => found.GetRequiredService<Inbox>());
        builder.AddLiveChanges();
        if (!works) return builder;
        services.AddSingleton<OutboxStore>().AddSingleton<OutboxPump>().AddSingleton<BatchServices>();
        services.AddHostedService(found => found.GetRequiredService<OutboxPump>());
        services.AddHostedService<Dispatcher>();
        return builder;
    }

    /// <summary>Hearing what other processes change. Part of <see cref="AddMessaging"/>.</summary>
    public static IHostApplicationBuilder AddLiveChanges(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<LiveChanges>();
        builder.Services.AddHostedService<WakeUpListener>();
        return builder;
    }
}
