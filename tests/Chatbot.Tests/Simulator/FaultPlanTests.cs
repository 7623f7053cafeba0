using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;

namespace Chatbot.Tests.Simulator;

public sealed class FaultPlanTests
{
    private readonly FaultPlan plan = new(new SeededRandom(3));

    [Fact]
    public void A_script_runs_in_order_and_ends()
    {
        plan.Next(FaultKind.ServerError, times: 2);
        plan.Next(FaultKind.RateLimited);

        Assert.Equal(
            [FaultKind.ServerError, FaultKind.ServerError, FaultKind.RateLimited, null],
            Enumerable.Range(0, 4).Select(_ => plan.Draw(FaultScope.Send)?.Kind));
    }

    [Fact]
    public void A_fault_waits_for_a_call_of_its_scope()
    {
        plan.Next(FaultKind.LostRefreshResponse);

        Assert.Null(plan.Draw(FaultScope.Send));
        Assert.Equal(FaultKind.LostRefreshResponse, plan.Draw(FaultScope.OAuth)?.Kind);
    }

    [Fact]
    public void Chance_follows_the_seed()
    {
        static List<FaultKind?> Run()
        {
            var plan = new FaultPlan(new SeededRandom(11));
            plan.Chance(FaultKind.HtmlBadGateway, 0.3);
            return [.. Enumerable.Range(0, 300).Select(_ => plan.Draw(FaultScope.Send)?.Kind)];
        }

        var first = Run();
        Assert.Equal(first, Run());
        Assert.InRange(first.Count(kind => kind is not null), 60, 120);
    }

    [Fact]
    public void Cleared_means_nothing_goes_wrong()
    {
        plan.Chance(FaultKind.Unauthorized, 1);
        plan.Next(FaultKind.Unauthorized);
        plan.Clear();

        Assert.Null(plan.Draw(FaultScope.Send));
        Assert.Empty(plan.Describe());
    }
}
