using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Answers from an approved question with its source and date; an answer that is no longer valid is not given.</summary>
internal static class Faq
{
    public static void Answer(BotTurn talk, string id, double confidence)
    {
        if (FaqTopics.IsAboutOffices(id) && talk.Knowledge.Offices.Count > 0) OfficeNearby.List(talk);
        else if (Found(talk, id) is { } faq && IsValid(faq, talk.Today)) Tell(talk, faq, confidence);
        else OutOfScope.Answer(talk);
    }

    private static FaqEntry? Found(BotTurn talk, string id) => talk.Knowledge.FindFaq(id) ?? talk.Knowledge.FindFaq(FaqTopics.EntryOf(id));

    private static void Tell(BotTurn talk, FaqEntry faq, double confidence)
    {
        var related = faq.ProcedureCode is { } code && talk.Knowledge.Find(code) is not null
            ? new[] { Choices.Topic(Texts.ButtonRelated, code, Understanding.Aspect.General) }
            : [];
        talk.Say(new OutboundMessage($"{faq.Answer}\n\n{Source(faq)}")
        {
            Choices = [.. related, Choices.Menu, Choices.Person],
            Links = faq.SourceUrl.Length == 0 ? [] : [new Link(Texts.LinkMore, faq.SourceUrl)],
        });
        talk.AnsweredFaq(faq, confidence);
    }

    private static string Source(FaqEntry faq) => Texts.FaqSource(
        faq.Source.Length > 0 ? Words.Unended(faq.Source) : Texts.SourceHere,
        faq.ApprovedOn is { } day ? Texts.SourceApproved(faq.ApprovedBy, Words.Day(day)) : faq.SourceDate is { } date ? Texts.SourceRead(Words.Day(date)) : Texts.SourceNoDate);

    private static bool IsValid(FaqEntry faq, DateOnly today) => !(faq.ValidUntil < today) && !(faq.ValidFrom > today);
}
