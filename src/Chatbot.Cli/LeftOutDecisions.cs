using System.Globalization;
using Chatbot.Understanding;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>
/// The whole decision, rules included, on messages that neither bank nor weights have seen: each example and every fifth phrase left out.
/// Printed by <c>train</c>; the nearest there is to thousands of fresh messages.
/// </summary>
internal sealed class LeftOutDecisions(Understander understander, UnderstandingData data, TrainKinds kinds)
{
    private const int EachPhrase = 5;
    private readonly List<(Handling Wanted, Handling Got, string Text)> decided = [];

    public void Print(bool errors, TextWriter to)
    {
        foreach (var question in new TrainingSet(understander).FromExamples())
        {
            var owner = understander.Index.Phrases[question.Phrase].Owner - understander.Index.Count;
            Decide(question, Wire.HandlingOf(understander.Index.Meanings[owner].Split(' ')[0]) ?? Handling.OutOfScope);
        }

        foreach (var question in data.Examples.Where(e => e[0] == "procedure").Select(e => new TrainingQuestion(e[1], null, [], -1, 1)))
        {
            Decide(question, Handling.Procedure);
        }

        PrintTable("examples left out", errors, to);
        decided.Clear();
        foreach (var question in new TrainingSet(understander).FromPhrases().Where((_, i) => i % EachPhrase == 0))
        {
            Decide(question, Handling.Procedure);
        }

        PrintTable("phrases left out", errors, to);
    }

    private void Decide(TrainingQuestion question, Handling wanted)
    {
        var got = understander.AnswerLeftOut(question.Text, question.Phrase, kinds.OutOfFold(question));
        decided.Add((wanted, got.Handling, question.Text));
    }

    private void PrintTable(string title, bool errors, TextWriter to)
    {
        foreach (var wanted in decided.GroupBy(d => d.Wanted).OrderBy(g => g.Key))
        {
            var got = wanted.GroupBy(d => d.Got).OrderByDescending(g => g.Count()).ToList();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"decided, {title}: {Wire.Name(wanted.Key),-13} n={wanted.Count(),-5} {string.Join("  ", got.Select(g => $"{Wire.Name(g.Key)} {(double)g.Count() / wanted.Count():0.000}"))}"));
            foreach (var (_, handling, text) in wanted.Where(d => errors && d.Got != wanted.Key && !(wanted.Key == Handling.Procedure && d.Got == Handling.Clarify)))
            {
                to.WriteLine($"    {Wire.Name(wanted.Key)}>{Wire.Name(handling)}\t{text}");
            }
        }
    }
}
