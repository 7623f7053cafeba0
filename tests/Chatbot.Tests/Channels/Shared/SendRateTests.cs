using Chatbot.Channels;
using Microsoft.Extensions.Options;

namespace Chatbot.Tests.Channels.Shared;

public sealed class SendRateTests
{
    private static readonly RateLimit App = new("app", 4000, TimeSpan.FromMinutes(1), 0.25);

    private readonly ManualTime clock = new();
    private readonly SendRate rate;

    public SendRateTests() => rate = new SendRate(clock, Options.Create(new ChannelOptions()));

    [Theory]
    [InlineData(10, 0.0)]
    [InlineData(30, 0.25)]
    [InlineData(4000, 0.25)]
    public void No_stretch_of_the_window_holds_more_than_the_permits(int permits, double reserved)
    {
        var limit = new RateLimit("x", permits, TimeSpan.FromMinutes(1), reserved);
        var sent = Greedy(limit, SendPriority.Reply, TimeSpan.FromMinutes(4));
        Assert.True(Densest(sent) <= permits);
        Assert.True(sent.Count >= permits * 2.4, "a limiter that lets far less through is wrong as well");
    }

    [Fact]
    public void What_we_start_never_uses_the_reserved_share()
    {
        var sent = Greedy(App, SendPriority.Outreach, TimeSpan.FromMinutes(3));
        Assert.True(Densest(sent) <= 3000);
        Assert.True(sent.Count > 2700 * 3);
    }

    [Fact]
    public void Replies_pass_while_outreach_waits()
    {
        while (rate.TryTake(SendPriority.Outreach, App, null) == TimeSpan.Zero) { }
        var replies = 0;
        while (rate.TryTake(SendPriority.Reply, App, null) == TimeSpan.Zero) replies++;
        Assert.InRange(replies, 100, 101);   // a quarter of the burst of 400
        Assert.NotEqual(TimeSpan.Zero, rate.TryTake(SendPriority.Outreach, App, null));
    }

    [Fact]
    public void An_account_that_is_at_its_limit_takes_nothing_from_the_app()
    {
        var oa = new RateLimit("oa/1", 20, TimeSpan.FromMinutes(1), 0.25);
        while (rate.TryTake(SendPriority.Reply, App, oa) == TimeSpan.Zero) { }
        var left = 0;
        while (rate.TryTake(SendPriority.Reply, App, null) == TimeSpan.Zero) left++;
        Assert.Equal(398, left);
    }

    [Fact]
    public void Accounts_of_one_app_share_its_bucket()
    {
        var sent = 0;
        for (var account = 0; rate.TryTake(SendPriority.Reply, App, new($"oa/{account % 7}", 0, TimeSpan.FromMinutes(1), 0)) == TimeSpan.Zero; account++) sent++;
        Assert.Equal(400, sent);
    }

    [Fact]
    public void The_wait_that_is_told_is_enough()
    {
        while (rate.TryTake(SendPriority.Reply, App, null) == TimeSpan.Zero) { }
        clock.Pass(rate.TryTake(SendPriority.Reply, App, null));
        Assert.Equal(TimeSpan.Zero, rate.TryTake(SendPriority.Reply, App, null));
    }

    [Fact]
    public void After_the_platform_said_too_many_everybody_pauses_and_no_burst_follows()
    {
        rate.Hold(App, TimeSpan.FromSeconds(5));
        Assert.InRange(rate.TryTake(SendPriority.Reply, App, null).TotalSeconds, 4.9, 5.1);
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.InRange(rate.TryTake(SendPriority.Reply, App, null).TotalSeconds, 3.9, 4.1);
        clock.Pass(TimeSpan.FromSeconds(4.1));
        Assert.Equal(TimeSpan.Zero, rate.TryTake(SendPriority.Reply, App, null));
    }

    [Fact]
    public void Zero_permits_mean_no_limit()
    {
        var free = new RateLimit("free", 0, TimeSpan.FromMinutes(1), 0.5);
        for (var i = 0; i < 100_000; i++) Assert.Equal(TimeSpan.Zero, rate.TryTake(SendPriority.Outreach, free, null));
    }

    [Fact]
    public void A_limit_that_changes_holds_at_once()
    {
        Assert.Equal(TimeSpan.Zero, rate.TryTake(SendPriority.Reply, App, null));
        var sent = 0;
        while (rate.TryTake(SendPriority.Reply, App with { Permits = 20 }, null) == TimeSpan.Zero) sent++;
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task A_short_wait_is_waited_for_a_long_one_is_told()
    {
        while (rate.TryTake(SendPriority.Reply, App, null) == TimeSpan.Zero) { }
        var taking = rate.TakeAsync(SendPriority.Reply, App, null, CancellationToken.None).AsTask();
        Assert.False(taking.IsCompleted);
        clock.Pass(TimeSpan.FromSeconds(0.1));
        Assert.Equal(TimeSpan.Zero, await taking.WaitAsync(TimeSpan.FromSeconds(10)));
        rate.Hold(App, TimeSpan.FromSeconds(30));
        Assert.True(await rate.TakeAsync(SendPriority.Reply, App, null, CancellationToken.None) > TimeSpan.FromSeconds(29));
    }

    // The most that any minute held.
    private static int Densest(List<DateTimeOffset> sent)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < sent.Count; last++)
        {
            while (sent[last] - sent[first] >= TimeSpan.FromMinutes(1)) first++;
            most = Math.Max(most, last - first + 1);
        }
        return most;
    }

    // Sends whenever it may, looking 20 times a second.
    private List<DateTimeOffset> Greedy(RateLimit limit, SendPriority priority, TimeSpan time)
    {
        var sent = new List<DateTimeOffset>();
        for (var end = clock.GetUtcNow() + time; clock.GetUtcNow() < end; clock.Pass(TimeSpan.FromSeconds(0.05)))
            while (rate.TryTake(priority, limit, null) == TimeSpan.Zero) sent.Add(clock.GetUtcNow());
        return sent;
    }
}
