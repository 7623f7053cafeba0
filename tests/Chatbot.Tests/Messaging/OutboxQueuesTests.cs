using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Tests.Channels.Shared;

namespace Chatbot.Tests.Messaging;

/// <summary>Messages of a conversation keep their order, and none is forgotten, however looks into the database and what is written there cross each other.</summary>
public sealed class OutboxQueuesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Talk = Guid.NewGuid();
    private readonly ManualTime clock = new(Now);
    private readonly OutboxQueues queues;
    private int looksAskedFor;

    public OutboxQueuesTests() => queues = new OutboxQueues(clock, 100, () => looksAskedFor++);

    [Fact]
    public void Who_follows_something_that_waits_in_the_database_is_given_back()
    {
        queues.Defer(Talk, Now, partition: 3);
        Assert.Equal(Now, queues.Add(Row(2)));
        Assert.Empty(Ready());
        Assert.True(queues.Holds(2));
    }

    [Fact]
    public void While_a_message_is_on_its_way_back_nothing_new_passes_it_though_a_look_found_nothing()
    {
        queues.Defer(Talk, Now, partition: 3);
        Assert.NotNull(queues.Add(Row(2)));
        queues.EndDeferrals(queues.BeginLook(), Now, _ => true);   // the look came before 2 was written
        Assert.NotNull(queues.Add(Row(3)));
        Assert.Empty(Ready());
    }

    [Fact]
    public void A_look_that_began_before_a_message_was_written_back_says_nothing_about_it()
    {
        queues.Defer(Talk, Now, partition: 3);
        Assert.NotNull(queues.Add(Row(2)));
        var look = queues.BeginLook();
        queues.Returned(Row(2), Now);
        queues.EndDeferrals(look, Now, _ => true);
        Assert.NotNull(queues.Add(Row(3)));
    }

    [Fact]
    public void What_was_written_back_is_looked_for_at_once()
    {
        queues.UntilNextDue(TimeSpan.FromMinutes(1));
        queues.Defer(Talk, Now, partition: 3);
        Assert.NotNull(queues.Add(Row(2)));
        queues.UntilNextDue(TimeSpan.FromMinutes(1));
        looksAskedFor = 0;
        queues.Returned(Row(2), Now);
        Assert.Equal(1, looksAskedFor);
        Assert.True(queues.UntilNextDue(TimeSpan.FromMinutes(1)) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_look_past_a_share_that_was_just_taken_does_not_end_its_deferrals()
    {
        queues.Defer(Talk, Now, partition: 3);
        queues.EndDeferrals(queues.BeginLook(), Now, partition => partition != 3);
        Assert.NotNull(queues.Add(Row(2)));
        queues.Returned(Row(2), Now);
        queues.EndDeferrals(queues.BeginLook(), Now, partition => partition == 3);
        Assert.Null(queues.Add(Row(4)));
    }

    [Fact]
    public void A_message_that_came_due_while_its_conversation_was_put_off_further_waits_too()
    {
        Assert.Null(queues.Add(Row(1)));
        queues.Finish(Row(1), Now.AddMinutes(1), endsTheRest: false);
        Assert.Equal(Now.AddMinutes(1), queues.AddDue(Row(2), Now));
        Assert.Single(Ready());
    }

    [Fact]
    public void Due_messages_leave_one_after_the_other_and_new_ones_after_them()
    {
        queues.Defer(Talk, Now, partition: 3);
        var look = queues.BeginLook();
        Assert.Null(queues.AddDue(Row(1), Now));
        Assert.Null(queues.AddDue(Row(2), Now));
        queues.EndDeferrals(look, Now, _ => true);
        Assert.Null(queues.Add(Row(3)));
        Assert.Equal(1, Assert.Single(Ready()).Id);
        queues.Finish(Row(1), null, endsTheRest: false);
        Assert.Equal(2, Assert.Single(Ready()).Id);
    }

    [Fact]
    public void A_message_is_taken_in_once()
    {
        Assert.Null(queues.Add(Row(1)));
        Assert.Null(queues.AddDue(Row(1), Now));
        Assert.Single(Ready());
        queues.Finish(Row(1), null, endsTheRest: false);
        Assert.Empty(Ready());
        Assert.False(queues.Holds(1));
    }

    [Fact]
    public void After_a_refusal_that_ends_the_talk_a_new_message_goes_through_the_database_behind_the_rest()
    {
        Assert.Null(queues.Add(Row(1)));
        Assert.Null(queues.Add(Row(2)));
        Assert.Equal(2, Assert.Single(queues.Finish(Row(1), null, endsTheRest: true)).Id);
        Assert.NotNull(queues.Add(Row(3)));
        queues.Returned(Row(2), null);
        queues.Returned(Row(3), Now);
        Assert.Null(queues.AddDue(Row(3), Now));
    }

    private static OutboxRow Row(long id) => new(id, Guid.Empty, Talk, Channel.Zalo, "c", "body", "n", 0, Now);

    private List<OutboxRow> Ready()
    {
        var rows = new List<OutboxRow>();
        while (queues.Ready(Channel.Zalo).TryRead(out var row)) rows.Add(row);
        return rows;
    }
}
