using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>What the annotations cannot say; every message names its setting.</summary>
internal sealed class ZaloOptionsCheck : IValidateOptions<ZaloOptions>
{
    public ValidateOptionsResult Validate(string? name, ZaloOptions options)
    {
        var wrong = Addresses(options).Concat(Accounts(options)).Concat(Limits(options)).Concat(Secrets(options)).Concat(Codes(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Addresses(ZaloOptions options)
    {
        (string Name, Uri Address)[] addresses =
        [
            (nameof(options.ApiBaseAddress), options.ApiBaseAddress),
            (nameof(options.OAuthBaseAddress), options.OAuthBaseAddress),
            (nameof(options.BusinessBaseAddress), options.BusinessBaseAddress),
        ];
        return addresses.Where(a => a.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            .Select(a => $"Zalo:{a.Name} must be an http or https address");
    }

    private static IEnumerable<string> Secrets(ZaloOptions options)
    {
        if (!options.IsConfigured && (options.Accounts.Count > 0 || options.AppSecret.Length > 0 || options.OaSecretKey.Length > 0))
            yield return "Zalo:AppId is missing although other Zalo settings are given";
        if (options.Accounts.Any(a => a.RefreshToken.Length > 0) && options.AppSecret.Length == 0)
            yield return "Zalo:AppSecret is missing; without it no token can be refreshed";
        if (options.UseAppSecretProof && options.AppSecret.Length == 0)
            yield return "Zalo:AppSecret is missing; Zalo:UseAppSecretProof needs it";
    }

    private static IEnumerable<string> Accounts(ZaloOptions options)
    {
        for (var at = 0; at < options.Accounts.Count; at++)
        {
            var account = options.Accounts[at];
            if (account.OaId.Length == 0 || account.OaId.Any(c => !char.IsAsciiDigit(c)))
                yield return $"Zalo:Accounts:{at}:OaId must be the OA's number";
            if (account.AccessToken.Length == 0 && account.RefreshToken.Length == 0)
                yield return $"Zalo:Accounts:{at} needs an AccessToken or a RefreshToken";
        }
        foreach (var twice in options.Accounts.GroupBy(a => a.OaId).Where(g => g.Count() > 1))
            yield return $"Zalo:Accounts names the OA {twice.Key} more than once";
    }

    // They go into a page as they are.
    private static IEnumerable<string> Codes(ZaloOptions options) =>
        options.DomainVerification.Where(code => code.Length == 0 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            .Select(code => $"Zalo:DomainVerification: \"{code}\" is no code; give what stands between zalo_verifier and .html");

    private static IEnumerable<string> Limits(ZaloOptions options)
    {
        for (var at = 0; at < options.Limits.Count; at++)
            foreach (var problem in options.Limits[at].Problems()) yield return $"Zalo:Limits:{at}:{problem}";
    }
}
