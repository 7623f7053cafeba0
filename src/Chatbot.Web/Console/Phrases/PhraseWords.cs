using Chatbot.Learning;

namespace Chatbot.Web.Console.Phrases;

/// <summary>Our own values as officials read them.</summary>
internal static class PhraseWords
{
    public static string Of(UnclearWhy why) => why switch
    {
        UnclearWhy.NotFound => PhrasesTexts.WhyNotFound,
        UnclearWhy.NotChosen => PhrasesTexts.WhyNotChosen,
        UnclearWhy.Chosen => PhrasesTexts.WhyChosen,
        UnclearWhy.HandedOver => PhrasesTexts.WhyHandedOver,
        UnclearWhy.Answered => PhrasesTexts.WhyAnswered,
        UnclearWhy.Corrected => PhrasesTexts.WhyCorrected,
        _ => PhrasesTexts.WhyRephrased,
    };

    public static string Of(LikelyFrom from) => from switch
    {
        LikelyFrom.Citizens => PhrasesTexts.FromCitizens,
        LikelyFrom.Official => PhrasesTexts.FromOfficial,
        _ => PhrasesTexts.FromGuess,
    };

    /// <summary>What an act came to, when it was not done.</summary>
    public static string Of(PhraseOutcome outcome) => outcome switch
    {
        PhraseOutcome.Decided => PhrasesTexts.Decided,
        PhraseOutcome.Known => PhrasesTexts.Known,
        PhraseOutcome.MeansAnother => PhrasesTexts.MeansAnother,
        PhraseOutcome.UnknownProcedure => PhrasesTexts.UnknownProcedure,
        PhraseOutcome.SeemsPersonal => PhrasesTexts.SeemsPersonal,
        _ => PhrasesTexts.Unsound,
    };

    /// <summary>What the address says was just done.</summary>
    /// <returns>Null: nothing.</returns>
    public static string? Done(string done) => done switch
    {
        "taught" => PhrasesTexts.DoneTaught,
        "rejected" => PhrasesTexts.DoneRejected,
        "withdrawn" => PhrasesTexts.DoneWithdrawn,
        "decided" => PhrasesTexts.Decided,
        _ => null,
    };
}
