using Chatbot.Catalogue.Answers;
using Chatbot.Web.Console.Access;

namespace Chatbot.Web.Console.Answers;

internal static class AnswerActors
{
    /// <summary>The visitor as answers name people: citizens read name and office under an approved answer.</summary>
    public static async Task<AnswerActor> ActorAsync(this ConsoleContext console, CancellationToken ct) =>
        new(console.Visitor.OfficialId, $"{console.Visitor.FullName}, {console.Visitor.UnitName}", (await console.ScopeAsync(ct)).UnitIds);
}
