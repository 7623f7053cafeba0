using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Danger now: the number stands first and nothing stands in front of it, whoever is answering in this talk.</summary>
internal static class Emergency
{
    /// <param name="talk">The turn.</param>
    /// <param name="line">Null: it is not clear which; all three are given.</param>
    public static void Answer(BotTurn talk, EmergencyLine? line)
    {
        var number = (line is { } known ? (int)known : (int)EmergencyLine.Police).ToString(System.Globalization.CultureInfo.InvariantCulture);
        talk.Say(new OutboundMessage(Text(line)) { Phone = new PhoneNumber(Texts.CallEmergency(number), number) });
        talk.Answered(Handling.Emergency);
    }

    private static string Text(EmergencyLine? line) => line switch
    {
        EmergencyLine.Police => Texts.Emergency113,
        EmergencyLine.Fire => Texts.Emergency114,
        EmergencyLine.Ambulance => Texts.Emergency115,
        _ => Texts.EmergencyAny,
    };
}
