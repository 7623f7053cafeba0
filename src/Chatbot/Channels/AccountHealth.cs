using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Chatbot.Channels;

/// <summary>What is wrong with an account right now; told as "degraded", never as "not ready".</summary>
public enum AccountProblem
{
    /// <summary>The platform fails so often that sending pauses.</summary>
    BreakerOpen,

    /// <summary>A person must authorise again.</summary>
    NeedsAuthorisation,

    /// <summary>The stored token cannot be read: the keys that it was encrypted with are gone.</summary>
    TokenUnreadable,

    /// <summary>The token was not refreshed for so long that it will die soon (Zalo: 80 of 90 days).</summary>
    TokenAgeing,

    /// <summary>The platform forbids sending for now.</summary>
    Restricted,

    /// <summary>The platform refused the last message for a reason that concerns the whole account; ends with the next message that passes.</summary>
    SendsRefused,

    /// <summary>Webhook subscriptions or profile differ from what we set.</summary>
    NotSubscribed,
}

/// <summary>The accounts' present troubles, for the health page and the gauge <c>chatbot.accounts.degraded</c>. In memory: every process finds out by itself.</summary>
public sealed class AccountHealth
{
    private readonly ConcurrentDictionary<(Guid Account, AccountProblem Problem), string> problems = new();

    public AccountHealth(IMeterFactory meters) =>
        meters.Create(ChannelMetrics.MeterName).CreateObservableGauge("chatbot.accounts.degraded", Measure, "{problem}", "Accounts with a problem, by problem");

    /// <summary>Present troubles; the text is for operators and holds no secret and no citizen.</summary>
    public IReadOnlyList<(Guid AccountId, AccountProblem Problem, string Text)> Problems =>
        [.. problems.Select(p => (p.Key.Account, p.Key.Problem, p.Value))];

    public bool Has(Guid accountId, AccountProblem problem) => problems.ContainsKey((accountId, problem));

    public void Report(Guid accountId, AccountProblem problem, string text) => problems[(accountId, problem)] = text;

    public void Clear(Guid accountId, AccountProblem problem)
    {
        if (!problems.IsEmpty) problems.TryRemove((accountId, problem), out _);
    }

    private IEnumerable<Measurement<int>> Measure() =>
        problems.Keys.GroupBy(key => key.Problem).Select(group => new Measurement<int>(group.Count(), new KeyValuePair<string, object?>("problem", group.Key.ToString())));
}
