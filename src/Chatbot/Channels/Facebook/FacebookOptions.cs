using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>Section "Facebook". Without an app secret the channel is off: its webhook refuses everything.</summary>
public sealed class FacebookOptions : IValidatableObject
{
    public const string Section = "Facebook";

    /// <summary>Our app at Meta. Empty: echoes are told apart by their metadata alone, and tokens are not examined by <c>debug_token</c>.</summary>
    [RegularExpression(@"\d*", ErrorMessage = "Facebook:AppId must be digits only.")]
    public string AppId { get; init; } = "";

    /// <summary>Signs webhooks and proves tokens.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>Still accepted in signatures while the app secret is being exchanged; empty: none.</summary>
    public string PreviousAppSecret { get; init; } = "";

    /// <summary>A word of our own that Meta repeats when the webhook address is set.</summary>
    public string VerifyToken { get; init; } = "";

    public Uri GraphBaseAddress { get; init; } = new("https://graph.facebook.com/");

    /// <remarks>v25.0 lives until 29 July 2028 (Graph API changelog, read 21 November 2026).</remarks>
    [RegularExpression(@"v\d{1,3}\.\d", ErrorMessage = "Facebook:GraphVersion must look like v25.0.")]
    public string GraphVersion { get; init; } = "v25.0";

    [ValidateEnumeratedItems]
    public IReadOnlyList<FacebookPage> Pages { get; init; } = [];

    /// <summary>How often tokens and subscriptions are looked at.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Facebook:CheckInterval must be between 1 minute and 1 day.")]
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Rules that began after this release, "Facebook:Limits:0:Since" and so on; those built in hold until then.</summary>
    [ValidateEnumeratedItems]
    public IReadOnlyList<FacebookLimits> Limits { get; init; } = [];

    [ValidateObjectMembers]
    public FacebookProfileOptions Profile { get; init; } = new();

    public bool IsConfigured => AppSecret.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured && (VerifyToken.Length > 0 || Pages.Count > 0 || AppId.Length > 0))
            yield return new("Facebook:AppSecret is missing (environment: Facebook__AppSecret); it stands in the app's dashboard under Settings, Basic.");
        if (IsConfigured && VerifyToken.Length == 0)
            yield return new("Facebook:VerifyToken is missing (environment: Facebook__VerifyToken); choose any long random word and enter the same one at Meta.");
        if (GraphBaseAddress is not { IsAbsoluteUri: true } || (GraphBaseAddress.Scheme != Uri.UriSchemeHttps && !GraphBaseAddress.IsLoopback))
            yield return new("Facebook:GraphBaseAddress must be an absolute https address (http only on this machine).");
        if (Pages.Select(page => page.PageId).Distinct(StringComparer.Ordinal).Count() != Pages.Count)
            yield return new("Facebook:Pages names a PageId twice.");
    }
}

/// <summary>One Page given by settings; its token is stored encrypted at the first start.</summary>
public sealed class FacebookPage
{
    [Required(ErrorMessage = "Facebook:Pages: PageId is missing (environment: Facebook__Pages__0__PageId).")]
    public string PageId { get; init; } = "";

    [Required(ErrorMessage = "Facebook:Pages: AccessToken is missing (environment: Facebook__Pages__0__AccessToken).")]
    public string AccessToken { get; init; } = "";
}
