using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;

namespace Chatbot.Web.Health;

/// <summary>What this process knows of its accounts: open breakers, dead or ageing tokens, lost subscriptions.</summary>
internal sealed class AccountProblemsReporter(AccountHealth accounts) : IHealthReporter
{
    private const int Told = 20;

    public string Name => "account-problems";

    public HealthReport Report()
    {
        var problems = accounts.Problems;
        var detail = string.Join("; ", problems.Take(Told).Select(p => $"account {p.AccountId}: {p.Problem}, {p.Text}"));
        return new(problems.Count == 0 ? HealthState.Well : HealthState.Degraded, detail)
        {
            Figures = problems.GroupBy(p => p.Problem).ToDictionary(group => group.Key.ToString(), group => (long)group.Count()),
        };
    }
}

/// <summary>The inbox's own memory. Whether events can be stored now is the trial write's word: a failed commit of an hour ago must not keep ready at 503.</summary>
internal sealed class InboxReporter(Inbox inbox) : IHealthReporter
{
    public string Name => "inbox-commits";

    public HealthReport Report() =>
        new(inbox.CanCommit ? HealthState.Well : HealthState.Degraded, inbox.CanCommit ? "" : "The last commit of webhook events failed.")
        {
            Figures = new Dictionary<string, long> { ["waiting"] = inbox.Waiting },
        };
}
