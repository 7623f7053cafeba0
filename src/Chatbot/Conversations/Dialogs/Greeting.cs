using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Greeting, menu and the procedures that are asked for most.</summary>
internal static class Greeting
{
    private const int MostCommon = 5;

    private static IReadOnlyList<Choice> MenuChoices =>
    [
        Choices.Plain(Texts.ButtonCommon, ButtonAction.Common), Choices.Plain(Texts.ButtonOffices, ButtonAction.Offices),
        Choices.Plain(Texts.ButtonDossier, ButtonAction.Dossier), Choices.Person,
    ];

    public static void Greet(BotTurn talk)
    {
        talk.Say(Texts.Greeting(talk.Options.BotName.Length > 0 ? talk.Options.BotName : Texts.BotName, talk.Here.OfficeName), MenuChoices);
        talk.Answered(Handling.Smalltalk);
    }

    public static void Menu(BotTurn talk)
    {
        talk.Say(Texts.Menu, MenuChoices);
        talk.Answered(Handling.Smalltalk);
    }

    public static void Common(BotTurn talk)
    {
        IEnumerable<string> codes = talk.Options.CommonProcedures.Count > 0 ? talk.Options.CommonProcedures : ConversationsOptions.BuiltInCommon;
        var procedures = codes.Select(talk.Knowledge.Find).OfType<Catalogue.Procedure>().Take(MostCommon).ToList();
        if (procedures.Count == 0) talk.Say(Texts.CommonNone, Choices.Menu);
        else talk.Say(Texts.Common, [.. procedures.Select(p => Choices.Topic(Words.ShortName(p.Name), p.Code, Aspect.General))]);
        talk.Answered(Handling.Smalltalk);
    }
}
