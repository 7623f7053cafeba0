using Chatbot.Catalogue;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>Questions whose answers the office has published: who asks one of them in nearly the same words gets its answer, though the index, which knows administrative
/// procedures, takes it for something else. Market days and ferries are in no index.</summary>
internal sealed class PublishedQuestions(IEnumerable<FaqEntry> answers)
{
    /// <summary>Share of words that question and message have in common (Dice), from which they ask the same.</summary>
    private const double Same = 0.72;

    /// <summary>Fewer words say too little.</summary>
    private const int Fewest = 4;

    private readonly (string Id, HashSet<string> Words)[] questions = [.. answers.SelectMany(a => a.Questions.Select(q => (a.Id, WordsOf(q)))).Where(q => q.Item2.Count >= Fewest)];

    /// <summary>Only where nothing was found or the bot would ask back: danger, complaints, commands and procedures stay what they are.</summary>
    public Understood Correct(Understood understood, string text)
    {
        if (questions.Length == 0 || understood.Handling is not (Handling.OutOfScope or Handling.Clarify)) return understood;
        var asked = WordsOf(text);
        if (asked.Count < Fewest) return understood;
        var (id, likeness) = questions.Select(q => (q.Id, Likeness: Likeness(q.Words, asked))).MaxBy(q => q.Likeness);
        return likeness >= Same ? understood with { Handling = Handling.Faq, FaqId = id, Candidates = [], MoreNeeds = [], Confidence = likeness, IsRecognised = true } : understood;
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) => 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static HashSet<string> WordsOf(string text) => [.. Hotline.Search.CaseSearch.Words(text)];
}
