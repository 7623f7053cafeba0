using Chatbot.Catalogue.Answers;
using Chatbot.Understanding.Masking;
using Chatbot.Web.Console.Preview;

namespace Chatbot.Web.Console.Answers;

/// <summary>Everything that the page of one answer shows.</summary>
/// <param name="Question">With what looks personal in it.</param>
/// <param name="Answered">As <paramref name="Question"/>, of the answer's text.</param>
/// <param name="Names">Of the officials that answer and versions name.</param>
public sealed record AnswerSheet(
    PublishedAnswer Answer, string Unit, Masked Question, Masked Answered, IReadOnlyList<AnswerVersion> Versions, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<ShownTalk> Preview)
{
    public int Findings => Question.Findings.Count + Answered.Findings.Count;

    /// <returns>Empty: nobody.</returns>
    public string NameOf(Guid? official) => official is { } id ? Names.GetValueOrDefault(id, "") : "";
}
