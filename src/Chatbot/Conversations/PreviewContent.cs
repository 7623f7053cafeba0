using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Dialogs;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Understanding;
using Microsoft.Extensions.Options;

namespace Chatbot.Conversations;

/// <summary>What the bot would say from an entry, word for word, before any citizen sees it. The same dialogs say it; nothing is stored or sent.</summary>
public sealed class PreviewContent(IKnowledgeSource knowledge, IOptions<ConversationsOptions> options, WorkingCalendar calendar, TimeProvider clock)
{
    public IReadOnlyList<OutboundMessage> Of(FaqEntry faq) =>
        Say(CatalogueContent.Of([], [faq], knowledge.Current.Offices), faq.ValidFrom, talk => Faq.Answer(talk, faq.Id, confidence: 1));

    /// <param name="procedure">Need not be in the catalogue; one that is not in force is told as such.</param>
    /// <param name="aspect">Which part is asked for.</param>
    public IReadOnlyList<OutboundMessage> Of(Procedure procedure, Aspect aspect) =>
        Say(CatalogueContent.Of([procedure], [], knowledge.Current.Offices), procedure.ValidFrom, talk => ProcedureAnswer.Answer(talk, procedure.Code, aspect, confidence: 1));

    private IReadOnlyList<OutboundMessage> Say(CatalogueContent content, DateOnly? from, Action<BotTurn> dialog)
    {
        var now = When(from);
        var turn = NewTurn(now);
        var shown = knowledge.Current.Showing(CatalogueSnapshot.Build(content, VietnamDay.Of(now), "preview"));
        dialog(new BotTurn(turn, shown, TalkState.New, options.Value, calendar));
        return turn.Replies;
    }

    // What begins later is shown as on its first day.
    private DateTimeOffset When(DateOnly? from)
    {
        var now = clock.GetUtcNow();
        return from > VietnamDay.Of(now) ? new DateTimeOffset(from.Value.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(7)) : now;
    }

    private static Turn NewTurn(DateTimeOffset now)
    {
        var account = new ChannelAccount { PlatformId = "preview", CreatedAt = now };
        return new Turn
        {
            EventId = 0,
            Event = new ChannelEvent.MessageReceived(new InboundMessage(Channel.Zalo, "preview", "", now)),
            Account = account,
            Conversation = new Conversation { AccountId = account.Id, CitizenId = "preview", CreatedAt = now },
            Now = now,
        };
    }
}
