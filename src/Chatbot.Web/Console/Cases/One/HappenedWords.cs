using System.Globalization;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Inbox;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>A step in a case's life as a line of its talk.</summary>
internal static class HappenedWords
{
    /// <returns>Empty: the step shows itself (a note, a draft) and needs no line.</returns>
    public static string Of(TimelineEntry.Happened step, CaseNames names) => step.Verb switch
    {
        CaseVerb.Open => CaseTexts.HappenedOpen(Enum.TryParse<CaseOrigin>(step.Detail, out var origin) ? CaseLabels.Of(origin) : step.Detail),
        CaseVerb.Assign => CaseTexts.HappenedAssign(names.Official(Id(step.Detail))),
        CaseVerb.Release => CaseTexts.HappenedRelease,
        CaseVerb.Start => step.Detail.EndsWith("failed", StringComparison.Ordinal) ? CaseTexts.HappenedFailed : CaseTexts.HappenedStart,
        CaseVerb.AskCitizen => CaseTexts.HappenedAskCitizen,
        CaseVerb.CitizenWrote => CaseTexts.HappenedCitizenWrote,
        CaseVerb.Forward => CaseTexts.HappenedForward(names.Unit(Id(Part(step.Detail, 1)) ?? Guid.Empty)),
        CaseVerb.SendBack => CaseTexts.HappenedSendBack,
        CaseVerb.Answer => Answer(Part(step.Detail, 1)),
        CaseVerb.Close => CaseTexts.HappenedClose(Enum.TryParse<CaseEnd>(step.Detail, out var end) ? CaseLabels.Of(end) : step.Detail),
        CaseVerb.Reopen => CaseTexts.HappenedReopen,
        CaseVerb.ConfirmKind => CaseTexts.HappenedConfirmKind(
            Enum.TryParse<CaseKind>(Part(step.Detail, 0), out var kind) ? CaseLabels.Of(kind) : Part(step.Detail, 0), Time(Part(step.Detail, 2))),
        CaseVerb.Extend => CaseTexts.HappenedExtend(Time(Part(step.Detail, 1))),
        CaseVerb.Warn => CaseTexts.HappenedWarn(step.Detail),
        CaseVerb.Label => CaseTexts.HappenedLabel(LabelName(step.Detail, names)),
        CaseVerb.Unlabel => CaseTexts.HappenedUnlabel(LabelName(step.Detail, names)),
        _ => Other(step),
    };

    private static string Other(TimelineEntry.Happened step) => step.Verb switch
    {
        CaseVerb.SubmitAnswer => CaseTexts.HappenedSubmit,
        CaseVerb.ApproveAnswer => CaseTexts.HappenedApprove,
        CaseVerb.ReturnAnswer => CaseTexts.HappenedReturn,
        CaseVerb.HoldAnswer => CaseTexts.HappenedHold,
        CaseVerb.OfferAnswer => CaseTexts.HappenedOffer,
        CaseVerb.Attach => CaseTexts.HappenedAttach,
        CaseVerb.MergeCitizen => CaseTexts.HappenedMerge(step.Detail),
        CaseVerb.SplitCitizen => CaseTexts.HappenedSplit,
        CaseVerb.Block => CaseTexts.HappenedBlock,
        CaseVerb.Unblock => CaseTexts.HappenedUnblock,
        CaseVerb.HandBack => CaseTexts.HappenedHandBack,
        CaseVerb.Survey => CaseTexts.HappenedSurvey,
        CaseVerb.Apologise => CaseTexts.HappenedApologise,
        CaseVerb.Draft => CaseTexts.HappenedDraft,
        _ => "",
    };

    private static string Answer(string how) => how switch
    {
        "retry" => CaseTexts.HappenedRetry,
        nameof(ReplyWay.Paid) => CaseTexts.HappenedAnswerPaid,
        nameof(ReplyWay.AsHumanAgent) => CaseTexts.HappenedAnswerHuman,
        _ => CaseTexts.HappenedAnswer,
    };

    private static string LabelName(string detail, CaseNames names) => Id(detail) is { } id && names.Label(id) is { } label ? label.Name : "–";

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;

    private static string Part(string detail, int at) => detail.Split(';') is var parts && at < parts.Length ? parts[at] : "";

    private static string Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? Labels.Of(time) : CasesTexts.NoDeadline;
}
