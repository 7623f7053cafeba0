using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Thanks, goodbyes and abuse, which is answered politely and never in kind.</summary>
internal static class SmallTalk
{
    public static void Answer(BotTurn talk, Command? command, double confidence)
    {
        switch (command)
        {
            case Command.Goodbye:
                talk.Say(Texts.Goodbye);
                break;
            case Command.Abuse:
                talk.Say(Texts.Abuse, Choices.Menu, Choices.Person);
                break;
            case Command.Thanks:
                talk.Say(Texts.Thanks);
                break;
            default:
                talk.Say(Texts.Menu, Choices.Menu, Choices.Person);
                break;
        }
        talk.Answered(Handling.Smalltalk, confidence);
    }
}
