using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases;

/// <summary>What all pages about cases call things; the words are in <c>CasesTexts.resx</c>.</summary>
public static class CasesTexts
{
    private static readonly ResourceManager Resources = new(typeof(CasesTexts));

    public static string Cases => Resources.Text(nameof(Cases));
    public static string Notices => Resources.Text(nameof(Notices));
    public static string Settings => Resources.Text(nameof(Settings));
    public static string KindQuestion => Resources.Text(nameof(KindQuestion));
    public static string KindPetition => Resources.Text(nameof(KindPetition));
    public static string KindConduct => Resources.Text(nameof(KindConduct));
    public static string KindComplaint => Resources.Text(nameof(KindComplaint));
    public static string KindDenunciation => Resources.Text(nameof(KindDenunciation));
    public static string KindDataRights => Resources.Text(nameof(KindDataRights));
    public static string StateNew => Resources.Text(nameof(StateNew));
    public static string StateAssigned => Resources.Text(nameof(StateAssigned));
    public static string StateInProgress => Resources.Text(nameof(StateInProgress));
    public static string StateWaitingForCitizen => Resources.Text(nameof(StateWaitingForCitizen));
    public static string StateForwarded => Resources.Text(nameof(StateForwarded));
    public static string StateAnswered => Resources.Text(nameof(StateAnswered));
    public static string StateClosed => Resources.Text(nameof(StateClosed));
    public static string StateReopened => Resources.Text(nameof(StateReopened));
    public static string EndResolved => Resources.Text(nameof(EndResolved));
    public static string EndWithdrawn => Resources.Text(nameof(EndWithdrawn));
    public static string EndDuplicate => Resources.Text(nameof(EndDuplicate));
    public static string EndNotOurs => Resources.Text(nameof(EndNotOurs));
    public static string EndSpam => Resources.Text(nameof(EndSpam));
    public static string OriginAskedForPerson => Resources.Text(nameof(OriginAskedForPerson));
    public static string OriginComplaint => Resources.Text(nameof(OriginComplaint));
    public static string OriginNoAnswer => Resources.Text(nameof(OriginNoAnswer));
    public static string OriginFailed => Resources.Text(nameof(OriginFailed));
    public static string OriginTitleOnly => Resources.Text(nameof(OriginTitleOnly));
    public static string ChannelZalo => Resources.Text(nameof(ChannelZalo));
    public static string ChannelFacebook => Resources.Text(nameof(ChannelFacebook));
    public static string Unconfirmed => Resources.Text(nameof(Unconfirmed));
    public static string Nobody => Resources.Text(nameof(Nobody));
    public static string NoDeadline => Resources.Text(nameof(NoDeadline));
    public static string Late => Resources.Text(nameof(Late));
    public static string LevelNear => Resources.Text(nameof(LevelNear));
    public static string OutcomeDone => Resources.Text(nameof(OutcomeDone));
    public static string OutcomeUnknown => Resources.Text(nameof(OutcomeUnknown));
    public static string OutcomeWrongState => Resources.Text(nameof(OutcomeWrongState));
    public static string OutcomeTaken(object value) => Resources.Text(nameof(OutcomeTaken), value);
    public static string OutcomeTakenBySomebody => Resources.Text(nameof(OutcomeTakenBySomebody));
    public static string OutcomeNoExtension => Resources.Text(nameof(OutcomeNoExtension));
    public static string OutcomeOwnWork => Resources.Text(nameof(OutcomeOwnWork));
    public static string OutcomeInvalid => Resources.Text(nameof(OutcomeInvalid));
    public static string OutcomeForbidden => Resources.Text(nameof(OutcomeForbidden));
    public static string ActionConversationRead => Resources.Text(nameof(ActionConversationRead));
    public static string ActionCaseChanged => Resources.Text(nameof(ActionCaseChanged));
    public static string ActionFileRead => Resources.Text(nameof(ActionFileRead));
    public static string ActionSettingsChanged => Resources.Text(nameof(ActionSettingsChanged));
    public static string WaitingMine => Resources.Text(nameof(WaitingMine));
    public static string WaitingMineHint => Resources.Text(nameof(WaitingMineHint));
    public static string WaitingUnassigned => Resources.Text(nameof(WaitingUnassigned));
    public static string WaitingUnassignedHint => Resources.Text(nameof(WaitingUnassignedHint));
    public static string WaitingLate => Resources.Text(nameof(WaitingLate));
    public static string WaitingLateHint => Resources.Text(nameof(WaitingLateHint));
    public static string WaitingApproval => Resources.Text(nameof(WaitingApproval));
    public static string WaitingApprovalHint => Resources.Text(nameof(WaitingApprovalHint));
    public static string WaitingOffered => Resources.Text(nameof(WaitingOffered));
    public static string WaitingOfferedHint => Resources.Text(nameof(WaitingOfferedHint));
    public static string WaitingNotices => Resources.Text(nameof(WaitingNotices));
    public static string WaitingNoticesHint => Resources.Text(nameof(WaitingNoticesHint));
}
