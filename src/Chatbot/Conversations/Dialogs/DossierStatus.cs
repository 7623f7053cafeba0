using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>"My dossier": the bot cannot look into the one-stop system, so it says how to look it up and whom to ask.</summary>
internal static class DossierStatus
{
    public static void Answer(BotTurn talk, string? number)
    {
        Say(talk, number);
        talk.Answered(Handling.Escalate);
    }

    /// <param name="talk">The turn.</param>
    /// <param name="number">Null: the citizen gave none.</param>
    public static void Say(BotTurn talk, string? number) =>
        talk.SayWithHotline(new OutboundMessage(number is null ? Texts.DossierHow : Texts.DossierNumber(number))
        {
            Choices = [Choices.Person, Choices.Menu],
            Links = [new Link(Texts.LinkDossier, talk.Options.DossierLookupUrl)],
        });
}
