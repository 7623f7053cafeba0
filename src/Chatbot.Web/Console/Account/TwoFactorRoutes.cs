using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Account;

/// <summary>Setting an authenticator app up. Nothing is stored before the first code proves that the app has the key.</summary>
internal static class TwoFactorRoutes
{
    public static IEndpointRouteBuilder MapTwoFactor(this IEndpointRouteBuilder console)
    {
        console.MapGet("/account/two-factor", Show).RequireAuthorization(ConsoleAccess.SettingUp);
        console.MapPost("/account/two-factor", ConfirmAsync).RequireAuthorization(ConsoleAccess.SettingUp);
        console.MapPost("/account/two-factor/codes", RenewCodesAsync).RequireSignedIn();
        console.MapPost("/account/two-factor/off", SwitchOffAsync).RequireSignedIn();
        return console;
    }

    private static IResult Show(ConsoleContext console, TwoFactor twoFactor) =>
        console.Visitor.HasTwoFactor ? Pages.Go("/console/account") : Page(console, twoFactor, twoFactor.Begin(), notice: null);

    private static async Task<IResult> ConfirmAsync(IFormCollection form, ConsoleContext console, TwoFactor twoFactor, CancellationToken ct)
    {
        var sealedKey = form.Text("key");
        if (await twoFactor.ConfirmAsync(console.Visitor, sealedKey, form.Text("code"), ct) is { } codes) return Codes(codes);
        // The same key again, so that a mistyped code does not mean to scan anew.
        var begun = twoFactor.Open(sealedKey) is { } key ? (key, sealedKey) : twoFactor.Begin();
        return console.Visitor.HasTwoFactor ? Pages.Go("/console/account") : Page(console, twoFactor, begun, AccountTexts.TwoFactorWrong);
    }

    private static async Task<IResult> RenewCodesAsync(ConsoleContext console, TwoFactor twoFactor, CancellationToken ct) =>
        console.Visitor.HasTwoFactor ? Codes(await twoFactor.RenewCodesAsync(console.Visitor, ct)) : Pages.Go("/console/account");

    private static async Task<IResult> SwitchOffAsync(ConsoleContext console, TwoFactor twoFactor, CancellationToken ct)
    {
        await twoFactor.SwitchOffAsync(console.Visitor, ct);
        return Pages.Go("/console/account?done=saved");
    }

    private static IResult Codes(IReadOnlyList<string> codes) => Pages.Show<RecoveryCodesPage>(new { Codes = codes });

    private static IResult Page(ConsoleContext console, TwoFactor twoFactor, (string Key, string Sealed) begun, string? notice) => Pages.Show<TwoFactorPage>(new
    {
        begun.Key,
        begun.Sealed,
        Qr = QrPicture.Svg(Totp.Address(begun.Key, AccountTexts.AuthenticatorName, console.Visitor.UserName)),
        IsDue = twoFactor.IsDue(console.Visitor),
        Notice = notice,
    }, notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
