using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Account;

/// <summary>What the pages about the own account say; the words are in <c>AccountTexts.resx</c>.</summary>
public static class AccountTexts
{
    private static readonly ResourceManager Resources = new(typeof(AccountTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string NameLabel => Resources.Text(nameof(NameLabel));
    public static string UnitLabel => Resources.Text(nameof(UnitLabel));
    public static string RightsLabel => Resources.Text(nameof(RightsLabel));
    public static string PasswordTitle => Resources.Text(nameof(PasswordTitle));
    public static string OldPassword => Resources.Text(nameof(OldPassword));
    public static string PasswordButton => Resources.Text(nameof(PasswordButton));
    public static string PasswordChanged => Resources.Text(nameof(PasswordChanged));
    public static string TwoFactorTitle => Resources.Text(nameof(TwoFactorTitle));
    public static string TwoFactorOn(object value) => Resources.Text(nameof(TwoFactorOn), value);
    public static string TwoFactorOff => Resources.Text(nameof(TwoFactorOff));
    public static string TwoFactorSetUp => Resources.Text(nameof(TwoFactorSetUp));
    public static string TwoFactorDue => Resources.Text(nameof(TwoFactorDue));
    public static string TwoFactorStep1 => Resources.Text(nameof(TwoFactorStep1));
    public static string TwoFactorStep2 => Resources.Text(nameof(TwoFactorStep2));
    public static string TwoFactorStep3 => Resources.Text(nameof(TwoFactorStep3));
    public static string TwoFactorQr => Resources.Text(nameof(TwoFactorQr));
    public static string TwoFactorKey => Resources.Text(nameof(TwoFactorKey));
    public static string TwoFactorCode => Resources.Text(nameof(TwoFactorCode));
    public static string TwoFactorConfirm => Resources.Text(nameof(TwoFactorConfirm));
    public static string TwoFactorWrong => Resources.Text(nameof(TwoFactorWrong));
    public static string TwoFactorSwitchOff => Resources.Text(nameof(TwoFactorSwitchOff));
    public static string TwoFactorSwitchOffConfirm => Resources.Text(nameof(TwoFactorSwitchOffConfirm));
    public static string TwoFactorNewCodes => Resources.Text(nameof(TwoFactorNewCodes));
    public static string TwoFactorKept => Resources.Text(nameof(TwoFactorKept));
    public static string CodesTitle => Resources.Text(nameof(CodesTitle));
    public static string CodesHint => Resources.Text(nameof(CodesHint));
    public static string CodesDone => Resources.Text(nameof(CodesDone));
    public static string SessionsTitle => Resources.Text(nameof(SessionsTitle));
    public static string SessionsCaption => Resources.Text(nameof(SessionsCaption));
    public static string SessionBrowser => Resources.Text(nameof(SessionBrowser));
    public static string SessionAddress => Resources.Text(nameof(SessionAddress));
    public static string SessionSince => Resources.Text(nameof(SessionSince));
    public static string SessionSeen => Resources.Text(nameof(SessionSeen));
    public static string SessionThis => Resources.Text(nameof(SessionThis));
    public static string SessionAction => Resources.Text(nameof(SessionAction));
    public static string SessionEnd => Resources.Text(nameof(SessionEnd));
    public static string SessionsEndOthers => Resources.Text(nameof(SessionsEndOthers));
    public static string SessionsEnded => Resources.Text(nameof(SessionsEnded));
    public static string AwayTitle => Resources.Text(nameof(AwayTitle));
    public static string AwayHint => Resources.Text(nameof(AwayHint));
    public static string AwayOn => Resources.Text(nameof(AwayOn));
    public static string AwayOff => Resources.Text(nameof(AwayOff));
    public static string AwayNow => Resources.Text(nameof(AwayNow));
    public static string AuthenticatorName => Resources.Text(nameof(AuthenticatorName));
}
