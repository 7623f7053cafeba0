using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Messaging;

public sealed class InboxToOutboxTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_message_is_answered_once_and_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        var sends = Enumerable.Range(0, 400).Select(i => TestChannel.Says("citizen-" + i % 20, "m" + i, $"text {i}"));
        foreach (var said in sends) Assert.True(await host.Inbox.AcceptAsync([said], CancellationToken.None));
        await host.IdleAsync();
        Assert.Equal(400, host.Channel.Mailbox.Count);
        foreach (var talk in host.Channel.Mailbox.GroupBy(part => part.CitizenId))
            Assert.Equal(talk.Select(part => Number(part.Body)).Order(), talk.Select(part => Number(part.Body)));
        Assert.All(await host.RowsAsync<OutboxMessage>(), row => Assert.Equal(OutboxStatus.Sent, row.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_event_delivered_again_is_stored_and_answered_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        var said = TestChannel.Says("citizen", "m1", "xin chào");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Inbox.AcceptAsync([said, said], CancellationToken.None).AsTask()));
        await host.IdleAsync();
        Assert.Single(host.Channel.Mailbox);
        Assert.Single(await host.RowsAsync<InboundEvent>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_event_that_cannot_be_handled_gets_the_last_resort_and_stops_nobody(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        await host.Inbox.AcceptAsync([TestChannel.Says("a", "1", "one"), TestChannel.Says("b", "2", "bad"), TestChannel.Says("b", "3", "after")], default);
        await host.IdleAsync();
        Assert.Equal(["after", "one", "sorry"], host.Channel.Mailbox.Select(part => part.Body).Order());
        Assert.Equal(["sorry", "after"], host.Channel.Mailbox.Where(part => part.CitizenId == "b").Select(part => part.Body));
        Assert.Contains(await host.RowsAsync<InboundEvent>(), row => row.Status == EventStatus.Failed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_throttled_message_is_sent_later_and_before_what_follows_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        host.Channel.Outcome = (number, _) => number == 1 ? new SendOutcome.Throttled(TimeSpan.FromMilliseconds(300)) : null;
        await host.Inbox.AcceptAsync([TestChannel.Says("a", "1", "first|second")], default);
        await host.Inbox.AcceptAsync([TestChannel.Says("a", "2", "third")], default);
        await host.IdleAsync();
        Assert.Equal(["first", "second", "third"], host.Channel.Mailbox.Select(part => part.Body));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unconfirmed_message_is_listed_and_never_sent_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        host.Channel.Outcome = (_, part) => part.Body == "first" ? new SendOutcome.Unknown("time-out") : null;
        await host.Inbox.AcceptAsync([TestChannel.Says("a", "1", "first|second")], default);
        await host.IdleAsync();
        var unknown = Assert.Single(await host.RowsAsync<OutboxMessage>(), row => row.Status == OutboxStatus.Unknown);
        Assert.Equal("time-out", unknown.Reason);
        Assert.Equal(["second"], host.Channel.Mailbox.Select(part => part.Body));

        await host.Inbox.AcceptAsync([TestChannel.Says("a", "2", unknown.Correlation, kind: "echo")], default);
        await host.IdleAsync();
        Assert.DoesNotContain(await host.RowsAsync<OutboxMessage>(), row => row.Status == OutboxStatus.Unknown);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_citizen_who_cannot_be_reached_is_not_tried_with_the_rest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        host.Channel.Outcome = (_, _) => new SendOutcome.Refused(RefusalReason.CitizenUnreachable, -217);
        await host.Inbox.AcceptAsync([TestChannel.Says("a", "1", "first|second")], default);
        await host.IdleAsync();
        Assert.Equal([OutboxStatus.Refused, OutboxStatus.Skipped], (await host.RowsAsync<OutboxMessage>()).OrderBy(row => row.Id).Select(row => row.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_dead_process_left_is_taken_over(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var first = await MessagingHost.StartAsync(database))
        {
            await first.Inbox.AcceptAsync([TestChannel.Says("a", "1", "one|two|three")], default);
            await first.IdleAsync();
            await PretendToHaveDiedAsync(first);
        }
        await using var second = await MessagingHost.StartAsync(database);
        await second.IdleAsync();
        Assert.Equal(["two"], second.Channel.Mailbox.Select(part => part.Body));
        Assert.Equal([OutboxStatus.Unknown, OutboxStatus.Sent, OutboxStatus.Sent],
            (await second.RowsAsync<OutboxMessage>()).OrderBy(row => row.Id).Select(row => row.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_database_committed_without_being_able_to_say_so_is_found_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database, ("Messaging:Lease", "00:00:01"));
        await host.Inbox.AcceptAsync([TestChannel.Says("a", "1", "one|two")], default);
        await host.IdleAsync();
        var (owner, old) = (host.Get<PartitionOwner>().Id, DateTimeOffset.UtcNow.AddMinutes(-1));
        await using (var db = await host.Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync())
        {
            // As after a commit whose answer was lost: ours by name, and in nobody's hands.
            await db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseOwner, owner).SetProperty(m => m.CreatedAt, old)
                .SetProperty(m => m.Status, m => m.Body == "one" ? OutboxStatus.Sending : OutboxStatus.Claimed));
        }
        await host.IdleAsync();
        Assert.Equal(["one", "two", "two"], host.Channel.Mailbox.Select(part => part.Body));
        Assert.Equal([OutboxStatus.Unknown, OutboxStatus.Sent], (await host.RowsAsync<OutboxMessage>()).OrderBy(row => row.Id).Select(row => row.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_of_many_conversations_is_stored_whole_and_repetitions_of_it_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database, ("Messaging:InboxWriters", "4"));
        var post = Enumerable.Range(0, 60).Select(i => TestChannel.Says("citizen-" + i, "m" + i, $"text {i}")).ToList();
        Assert.True(await host.Inbox.AcceptAsync(post, CancellationToken.None));
        Assert.Equal(60, (await host.RowsAsync<InboundEvent>()).Count);
        Assert.True(await host.Inbox.AcceptAsync([.. post, TestChannel.Says("citizen-60", "m60", "text 60")], CancellationToken.None));
        await host.IdleAsync();
        Assert.Equal(61, (await host.RowsAsync<InboundEvent>()).Count);
        Assert.Equal(61, host.Channel.Mailbox.Count);
        Assert.Equal(0, host.Inbox.Waiting);
    }

    /// <summary>The first message as a process leaves it that dies while sending, the second as one that dies before.</summary>
    private static async Task PretendToHaveDiedAsync(MessagingHost host)
    {
        await using var db = await host.Get<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        await db.Set<OutboxMessage>().Where(m => m.Body == "one").ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Sending).SetProperty(m => m.LeaseOwner, "dead"));
        await db.Set<OutboxMessage>().Where(m => m.Body == "two").ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Claimed).SetProperty(m => m.LeaseOwner, "dead"));
    }

    private static int Number(string body) => int.Parse(body["text ".Length..], System.Globalization.CultureInfo.InvariantCulture);
}
