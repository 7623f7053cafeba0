using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Stopping and welcoming what the office starts. The answer to a citizen's own message is never stopped.</summary>
internal sealed class OptOut
{
    public void Stop(BotTurn talk)
    {
        talk.Conversation.OptOut(talk.Now);
        talk.Say(Texts.Stopped, Choices.Plain(Texts.ButtonResume, ButtonAction.Resume));
        talk.Answered(Handling.Smalltalk);
    }

    public void Resume(BotTurn talk)
    {
        talk.Conversation.OptIn();
        talk.Say(Texts.Resumed);
        talk.Answered(Handling.Smalltalk);
    }
}
