using Chatbot.Understanding;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>What the bot did with a message, as people read it.</summary>
internal static class HandlingWords
{
    public static string Of(Handling handling) => handling switch
    {
        Handling.Procedure => CatalogueTexts.HandlingProcedure,
        Handling.Faq => CatalogueTexts.HandlingFaq,
        Handling.Smalltalk => CatalogueTexts.HandlingSmalltalk,
        Handling.Clarify => CatalogueTexts.HandlingClarify,
        Handling.OutOfScope => CatalogueTexts.HandlingOutOfScope,
        Handling.Escalate => CatalogueTexts.HandlingEscalate,
        Handling.Complaint => CatalogueTexts.HandlingComplaint,
        _ => CatalogueTexts.HandlingEmergency,
    };
}
