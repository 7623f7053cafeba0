using System.Globalization;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>The same questions in four other spellings, and what each costs: <c>evaluate --robust</c>.</summary>
public static class RobustnessTable
{
    public static void Print(Understander understander, IReadOnlyList<AskedMessage> messages, TextWriter to)
    {
        to.WriteLine("  other spellings (loss against the message as it was written):");
        var written = Scores.Of(understander, messages);
        to.WriteLine($"    {"as written",-34} {written}");
        foreach (var (name, write) in Respelling.All)
        {
            var scores = Scores.Of(understander, [.. messages.Select(m => m with { Text = write(m.Text) })]);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {name,-34} {scores}   loss R@1 {written.First - scores.First:0.000}  R@3 {written.Three - scores.Three:0.000}"));
        }
    }
}

/// <summary>The figures that comparisons are about.</summary>
public sealed record Scores(double First, double Three, double Handling, double WrongAnswers)
{
    public static Scores Of(Understander understander, IReadOnlyList<AskedMessage> messages)
    {
        var outcomes = messages.Select(m => Outcome.Of(understander, m, [], runs: 1)).ToList();
        var asked = outcomes.Where(o => o.IsProcedure).ToList();
        return new(asked.Average(o => o.FirstRank == 1 ? 1.0 : 0), asked.Average(o => o.FirstRank is > 0 and <= 3 ? 1.0 : 0), outcomes.Average(o => o.HandlingRight ? 1.0 : 0),
            asked.Average(o => o.Understood.Handling == Chatbot.Understanding.Handling.Procedure && o.FirstRank != 1 ? 1.0 : 0))
        { Aspect = asked.Average(o => o.AspectRight ? 1.0 : 0) };
    }

    /// <summary>Share of questions whose part is read rightly; those whose file names none count as right.</summary>
    public double Aspect { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"R@1 {First:0.000}  R@3 {Three:0.000}  handling {Handling:0.000}  answered wrongly {WrongAnswers:0.000}  aspect {Aspect:0.000}");
}
