using Chatbot.Officials;
using Microsoft.AspNetCore.Identity;

namespace Chatbot.Web.Console.SignIn;

/// <summary>Why a password was refused.</summary>
internal static class PasswordWords
{
    public static string Of(string code, OfficialsOptions options) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => SignInTexts.PasswordTooShort(options.PasswordLength),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => SignInTexts.PasswordRequiresUniqueChars,
        nameof(IdentityErrorDescriber.PasswordMismatch) => SignInTexts.PasswordMismatch,
        PasswordRules.HoldsName => SignInTexts.PasswordHoldsName,
        PasswordRules.TooCommon => SignInTexts.PasswordTooCommon,
        PasswordRules.TooLong => SignInTexts.PasswordTooLong,
        _ => SignInTexts.PasswordOther,
    };
}
