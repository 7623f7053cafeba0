using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Stopping and welcoming what the office starts. The answer to a citizen's own message is never stopped.</summary>
internal static class OptOut
{
    public static void Stop(BotTurn talk)
    {
        talk.Conversation.OptOut(talk.Now);
        talk.Say(Texts.Stopped, Choices.Plain(Texts.ButtonResume, ButtonAction.Resume));
        talk.Answered(Handling.Smalltalk);
    }

    public static void Resume(BotTurn talk)
    {
        talk.Conversation.OptIn();
        talk.Say(Texts.Resumed);
        talk.Answered(Handling.Smalltalk);
    }
}
