using Chatbot.Simulator;
using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Zalo;

namespace Chatbot.Web.StartUp;

/// <summary>The keys and accounts on which the service and its stand-ins agree: what the settings give, and for the rest what the stand-ins have.</summary>
internal static class StandInSettings
{
    /// <summary>Stand-ins that know the apps and first accounts that the settings name.</summary>
    public static SimulatorOptions Options(IConfiguration given, int port)
    {
        var options = new SimulatorOptions { Port = port };
        var (zalo, facebook) = (options.Zalo, options.Facebook);
        zalo.AppId = Given(given, "Zalo:AppId", zalo.AppId);
        zalo.AppSecret = Given(given, "Zalo:AppSecret", zalo.AppSecret);
        zalo.OaSecretKey = Given(given, "Zalo:OaSecretKey", zalo.OaSecretKey);
        zalo.Accounts.Add(Account(given));
        facebook.AppId = Given(given, "Facebook:AppId", facebook.AppId);
        facebook.AppSecret = Given(given, "Facebook:AppSecret", facebook.AppSecret);
        facebook.VerifyToken = Given(given, "Facebook:VerifyToken", facebook.VerifyToken);
        facebook.Pages.Add(Page(given));
        return options;
    }

    /// <summary>What the settings leave empty, for the platforms that are played.</summary>
    public static Dictionary<string, string?> Missing(IConfiguration given, SimulatorApp simulator, bool zalo, bool facebook)
    {
        IEnumerable<(string Key, string Value)> wanted = [.. zalo ? Zalo(simulator) : [], .. facebook ? Facebook(simulator) : []];
        return wanted.Where(w => string.IsNullOrEmpty(given[w.Key])).ToDictionary(w => w.Key, string? (w) => w.Value);
    }

    private static ZaloAccountSettings Account(IConfiguration given)
    {
        var account = new ZaloAccountSettings();
        account.OaId = Given(given, "Zalo:Accounts:0:OaId", account.OaId);
        account.AccessToken = Given(given, "Zalo:Accounts:0:AccessToken", account.AccessToken);
        account.RefreshToken = Given(given, "Zalo:Accounts:0:RefreshToken", account.RefreshToken);
        return account;
    }

    private static FacebookPageSettings Page(IConfiguration given)
    {
        var page = new FacebookPageSettings();
        page.PageId = Given(given, "Facebook:Pages:0:PageId", page.PageId);
        page.AccessToken = Given(given, "Facebook:Pages:0:AccessToken", page.AccessToken);
        return page;
    }

    private static IEnumerable<(string Key, string Value)> Zalo(SimulatorApp simulator)
    {
        var (zalo, account) = (simulator.Options.Zalo, simulator.Options.Zalo.Accounts[0]);
        return
        [
            ("Zalo:AppId", zalo.AppId), ("Zalo:AppSecret", zalo.AppSecret), ("Zalo:OaSecretKey", zalo.OaSecretKey),
            ("Zalo:ApiBaseAddress", simulator.ZaloApiBaseAddress.ToString()), ("Zalo:OAuthBaseAddress", simulator.ZaloOAuthBaseAddress.ToString()),
            ("Zalo:Accounts:0:OaId", account.OaId), ("Zalo:Accounts:0:AccessToken", account.AccessToken),
            ("Zalo:Accounts:0:RefreshToken", account.RefreshToken),
        ];
    }

    private static IEnumerable<(string Key, string Value)> Facebook(SimulatorApp simulator)
    {
        var (facebook, page) = (simulator.Options.Facebook, simulator.Options.Facebook.Pages[0]);
        return
        [
            ("Facebook:AppId", facebook.AppId), ("Facebook:AppSecret", facebook.AppSecret), ("Facebook:VerifyToken", facebook.VerifyToken),
            ("Facebook:GraphBaseAddress", simulator.GraphBaseAddress.ToString()),
            ("Facebook:Pages:0:PageId", page.PageId), ("Facebook:Pages:0:AccessToken", page.AccessToken),
        ];
    }

    private static string Given(IConfiguration given, string key, string otherwise) => given[key] is { Length: > 0 } value ? value : otherwise;
}
