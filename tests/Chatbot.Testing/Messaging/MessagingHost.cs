using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.Testing.Messaging;

/// <summary>Inbox, dispatcher and outbox over a real database, with a channel and a handler of the test.</summary>
public sealed class MessagingHost : IAsyncDisposable
{
    private readonly IHost host;

    private MessagingHost(IHost host) => this.host = host;

    public TestChannel Channel { get; private init; } = new();

    public EchoHandler Handler { get; private init; } = new();

    public Inbox Inbox => host.Services.GetRequiredService<Inbox>();

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<MessagingHost> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var (channel, handler) = (new TestChannel(), new EchoHandler());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:Chatbot"] = database.ConnectionString;
        builder.Configuration["Messaging:Sweep"] = "00:00:00.200";
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        builder.AddPersistence().AddChannels();
        builder.Services.AddSingleton<ISecretBox, OpenBox>().AddSingleton<ITurnHandler>(handler)
            .AddSingleton<IChannelEvents>(channel).AddSingleton<IChannelSender>(channel);
        builder.AddMessaging(works: true);
        var host = builder.Build();
        await PrepareAsync(host.Services);
        await host.StartAsync();
        return new MessagingHost(host) { Channel = channel, Handler = handler };
    }

    /// <summary>Waits until every stored event is handled and every message settled.</summary>
    public async Task IdleAsync()
    {
        for (var i = 0; i < 400; i++)
        {
            if (await IsIdleAsync()) return;
            await Task.Delay(25);
        }
        throw new TimeoutException("Events or messages still wait after ten seconds.");
    }

    public async Task<List<T>> RowsAsync<T>() where T : class
    {
        await using var db = await Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        return await db.Set<T>().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private async Task<bool> IsIdleAsync()
    {
        await using var db = await Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        return !await db.Set<InboundEvent>().AnyAsync(e => e.Status == EventStatus.Pending)
            && !await db.Set<OutboxMessage>().AnyAsync(m => m.Status == OutboxStatus.Planned || m.Status == OutboxStatus.Claimed || m.Status == OutboxStatus.Sending);
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        await Migrator.MigrateAsync(services.GetRequiredService<IDbContextFactory<ChatbotDb>>(), TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
        await services.GetRequiredService<AccountDirectory>().StoreAsync(Channels.Channel.Zalo, "oa", _ => { }, CancellationToken.None);
    }

    private sealed class OpenBox : ISecretBox
    {
        public byte[] Protect(ReadOnlySpan<byte> plain) => plain.ToArray();

        public bool TryUnprotect(byte[] secret, out byte[] plain)
        {
            plain = secret;
            return true;
        }
    }
}
