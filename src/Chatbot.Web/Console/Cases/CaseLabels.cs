using Chatbot.Channels;
using Chatbot.Hotline.Cases;

namespace Chatbot.Web.Console.Cases;

/// <summary>Our own values about cases as people read them.</summary>
internal static class CaseLabels
{
    public static string Of(CaseKind kind) => kind switch
    {
        CaseKind.Question => CasesTexts.KindQuestion,
        CaseKind.Petition => CasesTexts.KindPetition,
        CaseKind.Conduct => CasesTexts.KindConduct,
        CaseKind.Complaint => CasesTexts.KindComplaint,
        CaseKind.Denunciation => CasesTexts.KindDenunciation,
        _ => CasesTexts.KindDataRights,
    };

    public static string Of(CaseState state) => state switch
    {
        CaseState.New => CasesTexts.StateNew,
        CaseState.Assigned => CasesTexts.StateAssigned,
        CaseState.InProgress => CasesTexts.StateInProgress,
        CaseState.WaitingForCitizen => CasesTexts.StateWaitingForCitizen,
        CaseState.Forwarded => CasesTexts.StateForwarded,
        CaseState.Answered => CasesTexts.StateAnswered,
        CaseState.Closed => CasesTexts.StateClosed,
        _ => CasesTexts.StateReopened,
    };

    public static string Of(CaseEnd end) => end switch
    {
        CaseEnd.Resolved => CasesTexts.EndResolved,
        CaseEnd.Withdrawn => CasesTexts.EndWithdrawn,
        CaseEnd.Duplicate => CasesTexts.EndDuplicate,
        CaseEnd.NotOurs => CasesTexts.EndNotOurs,
        _ => CasesTexts.EndSpam,
    };

    public static string Of(CaseOrigin origin) => origin switch
    {
        CaseOrigin.AskedForPerson => CasesTexts.OriginAskedForPerson,
        CaseOrigin.Complaint => CasesTexts.OriginComplaint,
        CaseOrigin.NoAnswer => CasesTexts.OriginNoAnswer,
        CaseOrigin.Failed => CasesTexts.OriginFailed,
        _ => CasesTexts.OriginTitleOnly,
    };

    public static string Of(Channel channel) => channel == Channel.Zalo ? CasesTexts.ChannelZalo : CasesTexts.ChannelFacebook;

    /// <param name="takenBy">Who has the case; null: not known.</param>
    public static string Of(CaseOutcome outcome, string? takenBy) => outcome switch
    {
        CaseOutcome.Done => CasesTexts.OutcomeDone,
        CaseOutcome.Unknown => CasesTexts.OutcomeUnknown,
        CaseOutcome.TakenByAnother => CasesTexts.OutcomeTaken(takenBy ?? CasesTexts.OutcomeTakenBySomebody),
        CaseOutcome.NoExtension => CasesTexts.OutcomeNoExtension,
        CaseOutcome.OwnWork => CasesTexts.OutcomeOwnWork,
        CaseOutcome.Invalid => CasesTexts.OutcomeInvalid,
        _ => CasesTexts.OutcomeWrongState,
    };

    /// <summary>A choice of every value, for a filter or a form.</summary>
    public static IEnumerable<(string Value, string Text)> Choices<T>(Func<T, string> words)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (value.ToString(), words(value)));
}
