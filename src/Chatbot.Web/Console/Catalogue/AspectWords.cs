using Chatbot.Understanding;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Parts of a procedure as people ask for them.</summary>
internal static class AspectWords
{
    public static string Of(Aspect aspect) => aspect switch
    {
        Aspect.Documents => CatalogueTexts.AspectDocuments,
        Aspect.Fee => CatalogueTexts.AspectFee,
        Aspect.Time => CatalogueTexts.AspectTime,
        Aspect.Where => CatalogueTexts.AspectWhere,
        Aspect.Online => CatalogueTexts.AspectOnline,
        Aspect.Steps => CatalogueTexts.AspectSteps,
        Aspect.Form => CatalogueTexts.AspectForm,
        Aspect.Legal => CatalogueTexts.AspectLegal,
        Aspect.Status => CatalogueTexts.AspectStatus,
        _ => CatalogueTexts.AspectGeneral,
    };
}
