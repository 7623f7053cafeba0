using Chatbot.Channels;
using Chatbot.ComponentTests.Conversations;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Chatbot.ComponentTests.Messaging;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_question_of_an_old_talk_is_forgotten_and_that_of_a_new_one_is_not(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        await PlantAsync(host, "old", lastInbound: Now.AddDays(-31));
        await PlantAsync(host, "new", lastInbound: Now.AddDays(-29));
        await PlantAsync(host, "worked on", lastInbound: Now.AddDays(-31), keepUntil: Now.AddDays(1));

        await new Retention(new Contexts(database), new WriteGate(kind), new FixedClock(Now), Options.Create(new MessagingOptions()), NullLogger<Retention>.Instance)
            .ApplyAsync(CancellationToken.None);

        var left = (await host.RowsAsync<Conversation>()).ToDictionary(c => c.CitizenId, c => c.State);
        Assert.Equal("", left["old"]);
        Assert.Equal("""{"q":"có ai ở đó không"}""", left["new"]);
        Assert.Equal("""{"q":"có ai ở đó không"}""", left["worked on"]);
    }

    private static async Task PlantAsync(MessagingHost host, string citizen, DateTimeOffset lastInbound, DateTimeOffset? keepUntil = null)
    {
        await using var db = await host.Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        var talk = new Conversation
        {
            AccountId = host.Get<AccountDirectory>().Find(Channel.Zalo, "oa")!.Row.Id, Channel = Channel.Zalo, CitizenId = citizen,
            State = """{"q":"có ai ở đó không"}""", LastInboundAt = lastInbound, CreatedAt = lastInbound,
        };
        if (keepUntil is { } until) talk.OpenCase(Guid.CreateVersion7(), until);
        db.Add(talk);
        await db.SaveChangesAsync();
    }
}
