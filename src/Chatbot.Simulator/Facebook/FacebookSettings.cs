namespace Chatbot.Simulator.Facebook;

/// <summary>Ways in which a webhook is signed wrongly, for negative tests.</summary>
public enum SignatureFlaw
{
    None,
    WrongSecret,
    MissingHeader,
    UpperCaseHex,
    TamperedBody,
    Sha1Only,
}

/// <summary>One Facebook app and its Pages, and how the platform behaves. Everything but the Pages may be changed while it runs.</summary>
public sealed class FacebookSettings
{
    public string AppId { get; set; } = "555000111222334";

    public string AppSecret { get; set; } = "stand-in-facebook-app-secret";

    public string VerifyToken { get; set; } = "stand-in-verify-token";

    /// <summary>Null: no callback saved, events are not sent.</summary>
    public Uri? WebhookUrl { get; set; }

    public IList<FacebookPageSettings> Pages { get; } = [];

    /// <summary>App-level field selection; empty: every field.</summary>
    public ISet<string> AppFields { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Real time the receiver has for its 200.</summary>
    public TimeSpan AckDeadline { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Save callbacks without TLS: the stand-in lives on loopback.</summary>
    public bool AllowPlainHttp { get; set; } = true;

    public bool ShuffleMembers { get; set; } = true;

    /// <summary>Escape <c>&lt;</c>, <c>%</c> and <c>@</c> as an older text of Meta says.</summary>
    public bool EscapeMarkup { get; set; }

    public SignatureFlaw SignatureFlaw { get; set; }

    /// <summary>Probability, 0 to 1, that an event is sent twice.</summary>
    public double DuplicateProbability { get; set; }

    /// <summary>Probability that an event is kept back one to three seconds.</summary>
    public double DelayProbability { get; set; }

    /// <summary>Probability of members that come without notice (<c>seq</c>, <c>nlp</c>).</summary>
    public double UnknownMemberProbability { get; set; }

    /// <summary>Write event timestamps as strings.</summary>
    public bool TimestampAsText { get; set; }

    public bool Echoes { get; set; } = true;

    /// <summary>Probability that an accepted send has no echo. Echoes of messages that ask for the telephone number never come.</summary>
    public double LostEchoProbability { get; set; }

    public bool Receipts { get; set; } = true;

    /// <summary>Every delivery receipt comes twice, one second apart, as a captured log shows.</summary>
    public bool DoubleDeliveryReceipts { get; set; }

    public TimeSpan DeliveredAfter { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan ReadAfter { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Stickers also come as an image, as between June and August 2026.</summary>
    public bool StickerWithImage { get; set; }

    public bool RequireAppSecretProof { get; set; }

    /// <summary>The app has passed review for the Human Agent feature.</summary>
    public bool HasHumanAgent { get; set; } = true;

    /// <summary>Removed Graph versions are refused instead of served by the oldest living one.</summary>
    public bool RefuseRemovedVersions { get; set; } = true;

    /// <summary>A Page's token used for another Page is answered 190 instead of 100/2018001.</summary>
    public bool WrongPageIsTokenError { get; set; }

    public int TextsPerSecond { get; set; } = 300;

    public int MediaPerSecond { get; set; } = 10;

    /// <summary>Above this many messages a second, on average over ten seconds, sends fail until the rate drops.</summary>
    public int HighVolumePerSecond { get; set; } = 40;

    /// <summary>Messages to one person within ten seconds; the platform does not publish its number.</summary>
    public int PerThreadInTenSeconds { get; set; } = 60;

    /// <summary>Calls per person the Page can message and 24 hours.</summary>
    public int CallsPerEngagedUser { get; set; } = 200;

    public int ProfileCallsInTenMinutes { get; set; } = 10;

    /// <summary>Approved utility templates as <c>name/language/number of body parameters</c>.</summary>
    public IList<string> UtilityTemplates { get; } = ["ho_so_co_ket_qua/vi/1"];
}

public sealed class FacebookPageSettings
{
    public string PageId { get; set; } = "102030405060709";

    public string Name { get; set; } = "UBND phường Sân Thử";

    public string AccessToken { get; set; } = "stand-in-facebook-page-token";

    /// <summary>Starts as subscribed to every field; false: the service has to call <c>subscribed_apps</c> first.</summary>
    public bool Subscribed { get; set; } = true;

    /// <summary>The default application of conversation routing; empty: none, every app hears and may answer everything.</summary>
    public string DefaultAppId { get; set; } = "";
}
