using Chatbot.Channels;
using Chatbot.Conversations.Dialogs;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Understanding;
using Microsoft.Extensions.Options;

namespace Chatbot.Conversations;

/// <summary>What the bot would answer from the catalogue, for an official who decides. Nothing is sent or stored.</summary>
public sealed class SuggestAnswer(IKnowledgeSource knowledge, IOptions<ConversationsOptions> options, WorkingCalendar calendar, TimeProvider clock)
{
    /// <param name="question">In the citizen's words.</param>
    /// <param name="unitId">The office that the citizen wrote to.</param>
    /// <param name="most">How many at most, the best first.</param>
    /// <returns>Empty: the catalogue holds nothing about it, or it is no question to the catalogue.</returns>
    public IReadOnlyList<Suggestion> Suggest(string question, Guid unitId, int most)
    {
        if (string.IsNullOrWhiteSpace(question)) return [];
        var known = knowledge.For(unitId);
        var understood = known.Understand(question, previousCode: null);
        var found = understood.Candidates.Where(c => known.Find(c.Code) is not null)
            .Select(c => new Suggestion(known.Find(c.Code)!.Name, Say(known, talk => ProcedureAnswer.Answer(talk, c.Code, understood.Aspect, understood.Confidence)), known.Find(c.Code)!.SourceUrl));
        if (understood.FaqId is { } id && known.FindFaq(id) is { } faq)
            found = found.Prepend(new Suggestion(faq.Questions[0], Say(known, talk => Faq.Answer(talk, id, understood.Confidence)), faq.SourceUrl));
        return [.. found.Take(most)];
    }

    private string Say(Knowledge known, Action<BotTurn> answer)
    {
        var now = clock.GetUtcNow();
        var turn = new Turn
        {
            EventId = 0, Event = new ChannelEvent.Recorded(), Conversation = new Conversation { CitizenId = "" }, Now = now,
            Account = new ChannelAccount { PlatformId = "" },
        };
        answer(new BotTurn(turn, known, TalkState.New, options.Value, calendar));
        return string.Join("\n\n", turn.Replies.Select(reply => reply.Text));
    }
}

/// <param name="Title">Of the procedure or question.</param>
/// <param name="Text">As the bot says it, its source at the end.</param>
/// <param name="SourceUrl">Empty: none is published.</param>
public sealed record Suggestion(string Title, string Text, string SourceUrl);
