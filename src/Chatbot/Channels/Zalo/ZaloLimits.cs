namespace Chatbot.Channels.Zalo;

/// <summary>Zalo's rules as they hold since a day. Settings under <c>Zalo:Limits</c> replace the built-in ones from their day on; what they leave out is as here.</summary>
/// <remarks>Source unless a member says otherwise: the vendor's OA manual and SDKs as collected in the platform notes, read 2026-11-21.</remarks>
public sealed record ZaloLimits : IDated
{
    public static readonly IReadOnlyList<ZaloLimits> BuiltIn =
        [new() { Since = new DateOnly(2026, 3, 1), Source = "docs.zaloplatforms.com/docs/OA as transcribed, read 2026-11-21" }];

    public DateOnly Since { get; init; }

    public string Source { get; init; } = "settings";

    /// <summary>Characters of one message after NFC.</summary>
    public int TextLength { get; init; } = 2000;

    public int Buttons { get; init; } = 5;

    /// <summary>One client library says 100; the promotion template's manual page says 35.</summary>
    public int ButtonTitleLength { get; init; } = 100;

    public int ButtonPayloadLength { get; init; } = 1000;

    /// <summary>Calls in a minute of the whole app, shared by its OAs; 0: unlimited.</summary>
    public int AppPermitsPerMinute { get; init; } = 4000;

    /// <summary>Calls in a minute of one OA; 0: unlimited. Depends on the OA's package and is not published: half of the app's, our guess.</summary>
    public int OaPermitsPerMinute { get; init; } = 2000;

    /// <summary>Share of both rates, 0 to 0.95, that campaigns never use.</summary>
    public double ReservedForReplies { get; init; } = 0.2;

    /// <summary>How long after the citizen's last act a reply costs nothing.</summary>
    public TimeSpan FreeReplyWindow { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How long after the citizen's last act a reply is accepted at all.</summary>
    public TimeSpan ReplyWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Local time from which and until which Zalo takes broadcasts (otherwise error -234); equal: at any time.</summary>
    public TimeOnly BroadcastFrom { get; init; } = new(6, 0);

    public TimeOnly BroadcastUntil { get; init; } = new(22, 0);

    /// <summary>VND for a reply between <see cref="FreeReplyWindow"/> and <see cref="ReplyWindow"/>, when the package's own quota is used up.</summary>
    public decimal PaidReplyPrice { get; init; } = 55;

    /// <summary>Life of an access token (<c>expires_in</c> 90000 s) when the answer does not say.</summary>
    public TimeSpan AccessTokenLife { get; init; } = TimeSpan.FromHours(25);

    public TimeSpan RefreshTokenLife { get; init; } = TimeSpan.FromDays(90);

    public bool IsBroadcastTime(TimeOnly local) => BroadcastFrom == BroadcastUntil || local.IsBetween(BroadcastFrom, BroadcastUntil);

    public static ZaloLimits InForce(ZaloOptions options, DateTimeOffset now) => Dated.InForce(BuiltIn, options.Limits, now);

    public RateLimit AppRate => new("zalo-app", AppPermitsPerMinute, TimeSpan.FromMinutes(1), ReservedForReplies);

    public RateLimit OaRate(string oaId) => new("zalo-oa/" + oaId, OaPermitsPerMinute, TimeSpan.FromMinutes(1), ReservedForReplies);

    internal IEnumerable<string> Problems()
    {
        if (Since == default) yield return "Since must be a day such as 2027-01-31";
        if (TextLength is < 200 or > 10_000) yield return "TextLength must lie between 200 and 10000";
        if (Buttons is < 0 or > 50) yield return "Buttons must lie between 0 and 50";
        if (ButtonTitleLength is < 5 or > 500) yield return "ButtonTitleLength must lie between 5 and 500";
        if (ButtonPayloadLength is < 20 or > 5000) yield return "ButtonPayloadLength must lie between 20 and 5000";
        if (AppPermitsPerMinute < 0 || OaPermitsPerMinute < 0) yield return "AppPermitsPerMinute and OaPermitsPerMinute must not be negative";
        if (ReservedForReplies is < 0 or > 0.95) yield return "ReservedForReplies must lie between 0 and 0.95";
    }
}
