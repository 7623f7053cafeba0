namespace Chatbot.Web.Console.Catalogue;

internal static class CoverageWords
{
    public static string Of(CoverageState state) => state switch
    {
        CoverageState.Have => CatalogueTexts.CoverageHave,
        CoverageState.Outdated => CatalogueTexts.CoverageOutdated,
        _ => CatalogueTexts.CoverageMissing,
    };
}
