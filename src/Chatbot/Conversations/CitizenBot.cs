using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Conversations.Dialogs;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Conversations;

/// <summary>Who answers the citizens: takes each event of a conversation to the dialog that it belongs to.</summary>
/// <remarks>Reads no database on the way to an ordinary answer; writes only through the turn.</remarks>
internal sealed class CitizenBot(
    TextRouter texts, ButtonRouter buttons, Handovers handovers, CitizenNews news, IKnowledgeSource knowledge, IOptions<ConversationsOptions> options,
    WorkingCalendar calendar, ILogger<CitizenBot> logger) : ITurnHandler
{
    private volatile Knowledge? lastKnown;

    public async Task TakeAsync(Turn turn, CancellationToken ct)
    {
        var talk = Open(turn, (lastKnown = knowledge.Current).For(turn.Conversation.UnitId));
        await TakeAsync(talk, turn.Event, ct);
        if (talk.HasNewState) turn.Conversation.State = talk.State.Write();
    }

    public Task TakeFailedAsync(Turn turn, CancellationToken ct)
    {
        try
        {
            var talk = Open(turn, StillKnown(turn));
            if (TextRouter.HearsDanger(talk)) return Task.CompletedTask;
            if (turn.Event is ChannelEvent.MessageReceived && !turn.Conversation.IsSilent(turn.Now)) handovers.Failed(talk);
        }
        catch (Exception error)
        {
            // The last line of defence must not throw: an apology without handover is still an answer, and it says whom to call.
            logger.LastResortFailed(error, turn.EventId);
            if (turn.Replies.Count == 0 && !turn.Conversation.IsSilent(turn.Now)) turn.Reply(Apology(turn));
        }
        return Task.CompletedTask;
    }

    private Task TakeAsync(BotTurn talk, ChannelEvent happened, CancellationToken ct) => happened switch
    {
        ChannelEvent.MessageReceived { Message: var message } => HearAsync(talk, message, ct),
        ChannelEvent.MessageEdited => ReconsiderAsync(talk, ct),
        _ => Done(() => Note(talk, happened)),
    };

    private static void Note(BotTurn talk, ChannelEvent happened)
    {
        var conversation = talk.Conversation;
        switch (happened)
        {
            case ChannelEvent.Followed:
                conversation.Follow(talk.Now);
                GreetUnlessSilent(talk);
                break;
            case ChannelEvent.Unfollowed: conversation.IsFollower = false; break;
            case ChannelEvent.ChatOpened: GreetUnlessSilent(talk); break;
            case ChannelEvent.Echo { Source: EchoSource.Official }: conversation.FallSilent(talk.Now + talk.Options.OfficialSilence); break;
            case ChannelEvent.ThreadTaken:
                conversation.FallSilent(talk.Now + talk.Options.HandoverSilence);
                TextRouter.HearsDanger(talk);   // whoever holds the thread: the platform may still let us through
                break;
            case ChannelEvent.ThreadReturned: conversation.SpeakAgain(); break;
            case ChannelEvent.DataWithdrawn: DataRights.Demand(talk); break;
            case ChannelEvent.Feedback feedback: talk.Turn.Record(RatingOf(talk, feedback)); break;
        }
    }

    private Task HearAsync(BotTurn talk, InboundMessage message, CancellationToken ct)
    {
        var button = ButtonOf(message);
        news.Note(talk.Turn, talk.Text);
        if (talk.Conversation.IsSilent(talk.Now))
            return button is null ? texts.HearInSilenceAsync(talk, ct) : ButtonRouter.ActsInSilence(button) ? buttons.PressAsync(talk, button, ct) : Task.CompletedTask;
        if (button is not null) return buttons.PressAsync(talk, button, ct);
        if (message.Location is { } position) return Done(() => OfficeNearby.Nearest(talk, position));
        if (talk.Text.Length > 0) return texts.AnswerAsync(talk, ct);
        return Done(() =>
        {
            if (talk.WasAwaited == Awaited.Matter) handovers.TellsTheMatter(talk);
            else Attachments.Answer(talk, message.Attachments);
        });
    }

    /// <summary>A corrected message is answered again only when the correction changes the answer.</summary>
    private async Task ReconsiderAsync(BotTurn talk, CancellationToken ct)
    {
        if (talk.Text.Length == 0 || TextRouter.HearsDanger(talk) || talk.Conversation.IsSilent(talk.Now)) return;
        var understood = talk.Knowledge.Understand(talk.Text, talk.Topic);
        var isSame = understood.Candidates.Count > 0 && understood.Candidates[0].Code == talk.State.Procedure && understood.Aspect == talk.State.Aspect;
        if (!isSame) await texts.AnswerAsync(talk, ct);
    }

    private static void GreetUnlessSilent(BotTurn talk)
    {
        if (!talk.Conversation.IsSilent(talk.Now)) Greeting.Greet(talk);
    }

    private BotTurn Open(Turn turn, Knowledge known) =>
        new(turn, known, TalkState.Read(turn.Conversation.State), options.Value, calendar) { Text = TextOf(turn.Event) };

    /// <summary>For the last resort, which needs the words of danger and the office's number even when the catalogue is what broke.</summary>
    private Knowledge StillKnown(Turn turn)
    {
        try
        {
            return knowledge.For(turn.Conversation.UnitId);
        }
        catch (Exception error)
        {
            logger.KnowledgeGone(error, turn.EventId);
            return lastKnown?.For(turn.Conversation.UnitId) ?? Knowledge.NearlyNothing;
        }
    }

    private OutboundMessage Apology(Turn turn) =>
        new Surroundings(lastKnown?.For(turn.Conversation.UnitId).Offices ?? [], options.Value, calendar, turn.Now).WithHotline(new OutboundMessage(Texts.FailedPlain));

    private static string TextOf(ChannelEvent happened) => happened switch
    {
        ChannelEvent.MessageReceived { Message: var message } when ButtonOf(message) is null => WordsOf(message),
        ChannelEvent.MessageEdited edited => edited.Text.Trim(),
        ChannelEvent.ThreadTaken taken => taken.Text.Trim(),
        _ => "",
    };

    // A menu may carry a question as its payload; it is heard as if it had been typed.
    private static string WordsOf(InboundMessage message) => message.Payload is { Length: > 0 } payload && payload[0] != '#' ? payload.Trim() : message.Text.Trim();

    /// <returns>Null: nothing was pressed. A press that we do not know (a menu of another time) leads to the menu.</returns>
    private static Button? ButtonOf(InboundMessage message) => message.Payload is { Length: > 0 } payload
        ? Button.Read(payload) ?? (payload[0] == '#' ? new Button.Plain(ButtonAction.Menu) : null)
        : message.Text.StartsWith('#') ? Button.Read(message.Text) : null;

    private static Rating RatingOf(BotTurn talk, ChannelEvent.Feedback feedback) => new()
    {
        UnitId = talk.Conversation.UnitId, AccountId = talk.Turn.Account.Id, ConversationId = talk.Conversation.Id,
        PlatformMessageId = feedback.MessageId, Good = feedback.Good, RatedAt = talk.Now,
    };

    private static Task Done(System.Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
