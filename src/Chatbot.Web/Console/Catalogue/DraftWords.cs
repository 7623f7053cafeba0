using Chatbot.Catalogue.Editing;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>States and refusals of changes as people read them.</summary>
internal static class DraftWords
{
    public static string Of(DraftStatus status) => status switch
    {
        DraftStatus.Draft => CatalogueTexts.DraftStateDraft,
        DraftStatus.Submitted => CatalogueTexts.DraftStateSubmitted,
        DraftStatus.Returned => CatalogueTexts.DraftStateReturned,
        DraftStatus.Approved => CatalogueTexts.DraftStateApproved,
        _ => CatalogueTexts.DraftStateDiscarded,
    };

    public static string Badge(DraftStatus status) => status switch
    {
        DraftStatus.Approved => "content-state content-good",
        DraftStatus.Submitted => "content-state content-waits",
        DraftStatus.Returned => "content-state content-back",
        _ => "content-state",
    };

    public static string Of(DraftOutcome outcome) => outcome switch
    {
        DraftOutcome.WrongState => CatalogueTexts.WrongState,
        DraftOutcome.ChangedMeanwhile => CatalogueTexts.ChangedMeanwhile,
        DraftOutcome.OwnWork => CatalogueTexts.OwnWork,
        DraftOutcome.Overtaken => CatalogueTexts.Overtaken,
        DraftOutcome.Exists => CatalogueTexts.CodeExists,
        DraftOutcome.NoCatalogue => CatalogueTexts.NoCatalogue,
        DraftOutcome.NothingNew => CatalogueTexts.NothingNew,
        DraftOutcome.Unfit => CatalogueTexts.Unfit,
        _ => CatalogueTexts.Unknown,
    };

    /// <returns>Null: nothing was done just now.</returns>
    public static string? Done(string done) => done switch
    {
        "saved" => ConsoleTexts.Saved,
        "submitted" => CatalogueTexts.SubmittedDone,
        "approved" => CatalogueTexts.ApprovedDone,
        "returned" => CatalogueTexts.ReturnedDone,
        "discarded" => CatalogueTexts.DiscardedDone,
        _ => null,
    };
}
