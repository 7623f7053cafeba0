namespace Chatbot.Hotline.Cases;

/// <summary>One action on many cases: each on its own, so that one refusal leaves the others done.</summary>
public static class ChangeManyCases
{
    /// <summary>More are refused as a whole.</summary>
    public const int Most = 200;

    /// <param name="cases">1 to <see cref="Most"/>; each is done once.</param>
    /// <param name="change">Any use case of one case.</param>
    /// <param name="ct">Stops between two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many at once.</exception>
    public static async Task<IReadOnlyList<(Guid CaseId, CaseOutcome Outcome)>> ChangeAsync(
        IReadOnlyCollection<Guid> cases, Func<Guid, CancellationToken, Task<CaseOutcome>> change, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases.Count, Most);
        var outcomes = new List<(Guid, CaseOutcome)>();
        foreach (var id in cases.Distinct())
        {
            ct.ThrowIfCancellationRequested();
            outcomes.Add((id, await change(id, ct)));
        }
        return outcomes;
    }
}
