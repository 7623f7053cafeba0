using Chatbot.Channels;

namespace Chatbot.Tests.Channels.Shared;

public sealed class DatedTests
{
    private static readonly Rule Old = new(new DateOnly(2025, 1, 1), "built in"), Now = new(new DateOnly(2026, 3, 1), "built in");

    [Theory]
    [InlineData("2026-02-28T16:59:59Z", "2025-01-01")]   // still February in Viet Nam
    [InlineData("2026-02-28T17:00:00Z", "2026-03-01")]   // March began there at 17:00 UTC
    [InlineData("2020-01-01T00:00:00Z", "2025-01-01")]   // before all: the oldest
    public void The_youngest_rule_that_has_begun_in_Viet_Nam_holds(string now, string since) =>
        Assert.Equal(DateOnly.Parse(since, null), Dated.InForce([Old, Now], [], DateTimeOffset.Parse(now, null)).Since);

    [Fact]
    public void A_rule_of_the_settings_wins_over_every_built_in_one_and_waits_for_its_own_day()
    {
        var older = new Rule(new DateOnly(2026, 1, 1), "settings");
        Assert.Same(older, Dated.InForce([Old, Now], [older], new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));
        var (same, later) = (new Rule(Now.Since, "settings"), new Rule(new DateOnly(2027, 1, 1), "settings"));
        Assert.Same(same, Dated.InForce([Old, Now], [later, same], new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));
        Assert.Same(later, Dated.InForce([Old, Now], [later, same], new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    private sealed record Rule(DateOnly Since, string Source) : IDated;
}
