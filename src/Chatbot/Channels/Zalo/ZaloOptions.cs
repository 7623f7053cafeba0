using System.ComponentModel.DataAnnotations;

namespace Chatbot.Channels.Zalo;

/// <summary>Settings section <c>Zalo</c>. Without an app id the channel is off: its webhook refuses everything.</summary>
public sealed class ZaloOptions
{
    public const string Section = "Zalo";

    [RegularExpression("^[0-9]{1,25}$", ErrorMessage = "Zalo:AppId must be the app's number as the developer console shows it")]
    public string? AppId { get; init; }

    /// <summary>Secret of the app, for OAuth. Not the key that signs webhooks.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>OA Secret Key of the console's webhook page; empty: every webhook is refused (unless <see cref="WebhookKey"/> says otherwise).</summary>
    public string OaSecretKey { get; init; } = "";

    /// <summary>Which secret signs webhooks. Most sources say the OA Secret Key, one says the App Secret; the first live event tells.</summary>
    public ZaloWebhookKey WebhookKey { get; init; } = ZaloWebhookKey.OaSecretKey;

    /// <summary>Says in the log which other key or first term would have matched a refused signature; for setting up only.</summary>
    public bool DiagnoseSignatures { get; init; }

    public Uri ApiBaseAddress { get; init; } = new("https://openapi.zalo.me/");

    public Uri OAuthBaseAddress { get; init; } = new("https://oauth.zaloapp.com/");

    public Uri BusinessBaseAddress { get; init; } = new("https://business.openapi.zalo.me/");

    /// <summary>Sends the header <c>appsecret_proof</c>; must agree with the console's toggle.</summary>
    public bool UseAppSecretProof { get; init; }

    /// <summary>PKCE verifier of the pair that is fixed in the console, 43 to 128 characters; null: a new pair for each connection.</summary>
    [RegularExpression("^[A-Za-z0-9._~-]{43,128}$", ErrorMessage = "Zalo:CodeVerifier must be 43 to 128 letters, digits or -._~")]
    public string? CodeVerifier { get; init; }

    /// <summary>Codes of the console's domain verification: each is served as <c>/zalo_verifier{code}.html</c> and as a meta tag of the home page.</summary>
    public IReadOnlyList<string> DomainVerification { get; init; } = [];

    /// <summary>Buttons under answers. The numbered lines in the text stay either way, as the v3 manual does not promise buttons.</summary>
    public bool UseButtons { get; init; } = true;

    /// <summary>Longest wait for the token endpoint. A lost answer costs an authorisation by hand, so it is generous.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Zalo:OAuthTimeout must lie between 1 s and 2 min")]
    public TimeSpan OAuthTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Rules that differ from the built-in ones, each since a day; see <see cref="ZaloLimits"/>.</summary>
    public IReadOnlyList<ZaloLimits> Limits { get; init; } = [];

    public IReadOnlyList<ZaloAccountSetting> Accounts { get; init; } = [];

    public bool IsConfigured => !string.IsNullOrEmpty(AppId);
}

/// <summary>An OA whose tokens were issued in the console's API explorer or elsewhere.</summary>
public sealed class ZaloAccountSetting
{
    public string OaId { get; init; } = "";

    public string AccessToken { get; init; } = "";

    public string RefreshToken { get; init; } = "";
}

/// <summary>Either: both are tried, the OA Secret Key first.</summary>
public enum ZaloWebhookKey { OaSecretKey, AppSecret, Either }
