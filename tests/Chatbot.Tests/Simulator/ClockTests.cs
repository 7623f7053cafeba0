using Chatbot.Simulator.Clock;

namespace Chatbot.Tests.Simulator;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private readonly SimulatorClock clock = new(TimeProvider.System, Start);
    private readonly List<Exception> failures = [];

    [Fact]
    public async Task Advancing_stops_at_every_due_moment_in_order()
    {
        await using var schedule = new Schedule(clock, failures.Add);
        var seen = new List<(string Name, TimeSpan At)>();
        schedule.After(TimeSpan.FromHours(2), _ => Note("late"));
        schedule.After(TimeSpan.FromMinutes(5), _ =>
        {
            schedule.After(TimeSpan.FromMinutes(1), _ => Note("child"));
            return Note("early");
        });

        await schedule.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.Equal([("early", TimeSpan.FromMinutes(5)), ("child", TimeSpan.FromMinutes(6))], seen);
        Assert.Equal(Start + TimeSpan.FromHours(1), clock.GetUtcNow());

        Task Note(string name)
        {
            seen.Add((name, clock.GetUtcNow() - Start));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_failing_action_is_reported_and_stops_nothing()
    {
        await using var schedule = new Schedule(clock, failures.Add);
        var ran = false;
        schedule.After(TimeSpan.FromMinutes(1), _ => throw new InvalidOperationException("broken"));
        schedule.After(TimeSpan.FromMinutes(2), _ =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        await schedule.AdvanceAsync(TimeSpan.FromMinutes(3), CancellationToken.None);

        Assert.True(ran);
        Assert.Equal("broken", Assert.Single(failures).Message);
    }

    [Fact]
    public async Task What_is_due_now_runs_without_anybody_advancing_a_frozen_clock()
    {
        await using var schedule = new Schedule(clock, failures.Add);
        var ran = new TaskCompletionSource();
        schedule.After(TimeSpan.Zero, _ =>
        {
            ran.SetResult();
            return Task.CompletedTask;
        });

        await ran.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void A_running_clock_can_be_moved_forward_but_not_back()
    {
        var running = new SimulatorClock(TimeProvider.System, null);
        var before = running.GetUtcNow();
        running.MoveTo(before + TimeSpan.FromDays(2));
        running.MoveTo(before);

        Assert.True(running.GetUtcNow() >= before + TimeSpan.FromDays(2));
    }
}
