using Chatbot.Catalogue.Answers;

namespace Chatbot.Web.Console.Answers;

/// <summary>States and refusals as people read them.</summary>
internal static class AnswerWords
{
    public static string Of(AnswerStatus status) => status switch
    {
        AnswerStatus.Draft => AnswersTexts.StateDraft,
        AnswerStatus.Submitted => AnswersTexts.StateSubmitted,
        AnswerStatus.Returned => AnswersTexts.StateReturned,
        AnswerStatus.Published => AnswersTexts.StatePublished,
        _ => AnswersTexts.StateWithdrawn,
    };

    /// <summary>Class of the state's sign, see content.css.</summary>
    public static string Badge(AnswerStatus status) => status switch
    {
        AnswerStatus.Published => "content-state content-good",
        AnswerStatus.Submitted => "content-state content-waits",
        AnswerStatus.Returned => "content-state content-back",
        _ => "content-state",
    };

    public static string Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.WrongState => AnswersTexts.WrongState,
        AnswerOutcome.ChangedMeanwhile => AnswersTexts.ChangedMeanwhile,
        AnswerOutcome.OwnWork => AnswersTexts.OwnWork,
        AnswerOutcome.Unsound => AnswersTexts.Unsound,
        AnswerOutcome.SeemsPersonal => AnswersTexts.SeemsPersonal,
        _ => AnswersTexts.Unknown,
    };

    /// <returns>Null: nothing was done just now.</returns>
    public static string? Done(string done) => done switch
    {
        "drafted" => AnswersTexts.Drafted,
        "saved" => ConsoleTexts.Saved,
        "submitted" => AnswersTexts.Submitted,
        "approved" => AnswersTexts.Approved,
        "returned" => AnswersTexts.ReturnedDone,
        "withdrawn" => AnswersTexts.WithdrawnDone,
        _ => null,
    };
}
