using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Audit;

/// <summary>What the audit page says; the words are in <c>AuditTexts.resx</c>.</summary>
public static class AuditTexts
{
    private static readonly ResourceManager Resources = new(typeof(AuditTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string Sequence => Resources.Text(nameof(Sequence));
    public static string At => Resources.Text(nameof(At));
    public static string Who => Resources.Text(nameof(Who));
    public static string Action => Resources.Text(nameof(Action));
    public static string Subject => Resources.Text(nameof(Subject));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string Address => Resources.Text(nameof(Address));
    public static string Details => Resources.Text(nameof(Details));
    public static string Service => Resources.Text(nameof(Service));
    public static string CommandLine => Resources.Text(nameof(CommandLine));
    public static string From => Resources.Text(nameof(From));
    public static string To => Resources.Text(nameof(To));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string ActionOfficialAdded => Resources.Text(nameof(ActionOfficialAdded));
    public static string ActionOfficialChanged => Resources.Text(nameof(ActionOfficialChanged));
    public static string ActionOfficialSignedIn => Resources.Text(nameof(ActionOfficialSignedIn));
    public static string ActionOfficialSignedOut => Resources.Text(nameof(ActionOfficialSignedOut));
    public static string ActionOfficialSignInRefused => Resources.Text(nameof(ActionOfficialSignInRefused));
    public static string ActionOfficialLockedOut => Resources.Text(nameof(ActionOfficialLockedOut));
    public static string ActionOfficialLinkIssued => Resources.Text(nameof(ActionOfficialLinkIssued));
    public static string ActionOfficialTwoFactorOn => Resources.Text(nameof(ActionOfficialTwoFactorOn));
    public static string ActionOfficialTwoFactorOff => Resources.Text(nameof(ActionOfficialTwoFactorOff));
    public static string ActionOfficialRecoveryCodesRenewed => Resources.Text(nameof(ActionOfficialRecoveryCodesRenewed));
    public static string ActionOfficialRecoveryCodeUsed => Resources.Text(nameof(ActionOfficialRecoveryCodeUsed));
    public static string Verify => Resources.Text(nameof(Verify));
    public static string VerifyHint => Resources.Text(nameof(VerifyHint));
    public static string Mark => Resources.Text(nameof(Mark));
    public static string NoMark => Resources.Text(nameof(NoMark));
    public static string Intact(object first, object second) => Resources.Text(nameof(Intact), first, second);
    public static string Altered(object value) => Resources.Text(nameof(Altered), value);
    public static string Missing(object value) => Resources.Text(nameof(Missing), value);
    public static string CutOff(object first, object second) => Resources.Text(nameof(CutOff), first, second);
    public static string Replaced(object value) => Resources.Text(nameof(Replaced), value);
    public static string HeadWrong => Resources.Text(nameof(HeadWrong));
    public static string ActionAuditVerified => Resources.Text(nameof(ActionAuditVerified));
    public static string ActionUnitAdded => Resources.Text(nameof(ActionUnitAdded));
    public static string ActionUnitChanged => Resources.Text(nameof(ActionUnitChanged));
    public static string ActionListExported => Resources.Text(nameof(ActionListExported));
}
