namespace Chatbot.Cli.Evaluation;

/// <summary>One file of questions, answered.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Against">The same questions answered with the lists that are compared with; null: nothing is compared.</param>
public sealed record Evaluated(string Name, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Outcome>? Against)
{
    public IEnumerable<IGrouping<string, Outcome>> ByHandling => Grouped(Outcomes.Where(o => o.Asked.Handling is not null).Select(o => (o.Asked.Handling!, o)));

    public IEnumerable<IGrouping<string, Outcome>> ByField => Grouped(Outcomes.Where(o => o.IsProcedure).Select(o => (o.Field, o)));

    public IEnumerable<IGrouping<string, Outcome>> ByStyle => Grouped(Outcomes.Where(o => o.IsProcedure).SelectMany(o => o.Asked.Styles.Select(s => (s, o))));

    /// <summary>What was not answered as expected, the surest mistakes first.</summary>
    public IEnumerable<Outcome> Errors => Outcomes.Where(o => (o.IsProcedure && o.FirstRank != 1) || !o.HandlingRight).OrderByDescending(o => o.Understood.Confidence);

    private static IEnumerable<IGrouping<string, Outcome>> Grouped(IEnumerable<(string Name, Outcome Outcome)> rows) =>
        rows.GroupBy(r => r.Name, r => r.Outcome).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
}
