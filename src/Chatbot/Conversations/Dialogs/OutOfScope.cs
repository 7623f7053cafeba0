using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>No approved answer: off-topic, attempts to steer the bot, other people's data, or simply not known. Never improvised.</summary>
internal static class OutOfScope
{
    public static void Answer(BotTurn talk, double confidence = 0)
    {
        talk.SayWithHotline(new OutboundMessage(Texts.OutOfScope)
        {
            Choices = [Choices.Plain(Texts.ButtonCommon, ButtonAction.Common), Choices.Person, Choices.Menu],
        });
        talk.Answered(Handling.OutOfScope, confidence);
    }
}
