using Chatbot.Understanding;

namespace Chatbot.Cli.Evaluation;

/// <summary>One figure: of which questions it is taken, and what each of them counts, 0 to 1.</summary>
/// <param name="MoreIsBetter">False: the less the better.</param>
public sealed record Measure(string Key, string Name, bool MoreIsBetter, Func<Outcome, bool> Of, Func<Outcome, double> Value)
{
    /// <summary>The figures that comparisons and the page are about.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("first", EvaluationTexts.First, true, o => o.IsProcedure, o => o.FirstRank == 1 ? 1 : 0),
        new("three", EvaluationTexts.Three, true, o => o.IsProcedure, o => o.FirstRank is > 0 and <= 3 ? 1 : 0),
        new("five", EvaluationTexts.Five, true, o => o.IsProcedure, o => o.FirstRank is > 0 and <= 5 ? 1 : 0),
        new("handling", EvaluationTexts.HandlingRight, true, o => o.Asked.Handling is not null, o => o.HandlingRight ? 1 : 0),
        new("aspect", EvaluationTexts.AspectRight, true, o => o.IsProcedure && o.Asked.Aspects.Count > 0, o => o.AspectRight ? 1 : 0),
        new("wrong", EvaluationTexts.AnsweredWrongly, false, o => o.IsProcedure, o => o.Understood.Handling == Handling.Procedure && o.FirstRank != 1 ? 1 : 0),
        new("back", EvaluationTexts.AskedBack, false, o => o.IsProcedure, o => o.Understood.Handling == Handling.Clarify ? 1 : 0),
        new("none", EvaluationTexts.Abstained, false, o => o.IsProcedure, o => o.Understood.Candidates.Count == 0 ? 1 : 0),
        new("false", EvaluationTexts.FalseProcedure, false, o => !o.IsProcedure, o => o.Understood.Handling == Handling.Procedure ? 1 : 0),
        new("cried", EvaluationTexts.Cried, false, o => o.IsProcedure, o => o.Understood.Handling is Handling.Emergency or Handling.Complaint ? 1 : 0),
    ];

    public static Measure First { get; } = Named("first");

    public static Measure Handled { get; } = Named("handling");

    private static Measure Named(string key) => All.Single(m => m.Key == key);

    /// <returns>Null: no question that it could be taken of.</returns>
    public Figure? In(IEnumerable<Outcome> outcomes)
    {
        var values = outcomes.Where(Of).Select(Value).ToList();
        if (values.Count == 0) return null;
        var (mean, low, high) = ScoreTable.Interval(values);
        return new(mean, low, high, values.Count);
    }

    /// <param name="first">Outcomes of one configuration.</param>
    /// <param name="second">Of the other, for the same questions in the same order.</param>
    /// <returns>Null: no question that it could be taken of.</returns>
    public Difference? Between(IReadOnlyList<Outcome> first, IReadOnlyList<Outcome> second)
    {
        var pairs = first.Zip(second).Where(pair => Of(pair.First)).ToList();
        return pairs.Count == 0 ? null : PairedBootstrap.Of(pairs.ConvertAll(p => Value(p.First)), pairs.ConvertAll(p => Value(p.Second)));
    }
}

/// <summary>A share with its 95 % interval.</summary>
public sealed record Figure(double Mean, double Low, double High, int Count);
