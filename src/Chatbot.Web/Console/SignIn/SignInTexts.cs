using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.SignIn;

/// <summary>What the pages for signing in say; the words are in <c>SignInTexts.resx</c>.</summary>
public static class SignInTexts
{
    private static readonly ResourceManager Resources = new(typeof(SignInTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string UserName => Resources.Text(nameof(UserName));
    public static string Password => Resources.Text(nameof(Password));
    public static string Button => Resources.Text(nameof(Button));
    public static string Refused(object value) => Resources.Text(nameof(Refused), value);
    public static string Forgot => Resources.Text(nameof(Forgot));
    public static string CodeTitle => Resources.Text(nameof(CodeTitle));
    public static string CodeLabel => Resources.Text(nameof(CodeLabel));
    public static string CodeHint => Resources.Text(nameof(CodeHint));
    public static string CodeButton => Resources.Text(nameof(CodeButton));
    public static string CodeRefused(object value) => Resources.Text(nameof(CodeRefused), value);
    public static string CodeExpired => Resources.Text(nameof(CodeExpired));
    public static string StartAgain => Resources.Text(nameof(StartAgain));
    public static string SignedOut => Resources.Text(nameof(SignedOut));
    public static string InviteTitle => Resources.Text(nameof(InviteTitle));
    public static string InviteWelcome(object first, object second) => Resources.Text(nameof(InviteWelcome), first, second);
    public static string NewPassword => Resources.Text(nameof(NewPassword));
    public static string RepeatPassword => Resources.Text(nameof(RepeatPassword));
    public static string PasswordHint(object value) => Resources.Text(nameof(PasswordHint), value);
    public static string InviteButton => Resources.Text(nameof(InviteButton));
    public static string InviteClosed => Resources.Text(nameof(InviteClosed));
    public static string Different => Resources.Text(nameof(Different));
    public static string PasswordTooShort(object value) => Resources.Text(nameof(PasswordTooShort), value);
    public static string PasswordRequiresUniqueChars => Resources.Text(nameof(PasswordRequiresUniqueChars));
    public static string PasswordHoldsName => Resources.Text(nameof(PasswordHoldsName));
    public static string PasswordTooCommon => Resources.Text(nameof(PasswordTooCommon));
    public static string PasswordTooLong => Resources.Text(nameof(PasswordTooLong));
    public static string PasswordMismatch => Resources.Text(nameof(PasswordMismatch));
    public static string PasswordOther => Resources.Text(nameof(PasswordOther));
    public static string TooMany => Resources.Text(nameof(TooMany));
}
