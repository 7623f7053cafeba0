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

    /// <summary>Write event timestamps in seconds, as some events do.</summary>
    public bool TimestampInSeconds { get; set; }

    public bool Echoes { get; set; } = true;

    /// <summary>Messages that ask for the telephone number have no echo, as seen on production Pages since May 2026.</summary>
    public bool SuppressPhoneEchoes { get; set; } = true;

    /// <summary>Probability that an accepted send has no echo.</summary>
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

    /// <summary>The app may read profiles; otherwise they are empty.</summary>
    public bool HasProfileAccess { get; set; } = true;

    /// <summary>The app may also read language, time zone and sex.</summary>
    public bool HasProfileDetails { get; set; }

    /// <summary>What <c>debug_token</c> says the Page's token may do.</summary>
    public IList<string> Scopes { get; } = ["pages_messaging", "pages_manage_metadata", "pages_show_list", "pages_read_engagement"];

    /// <summary>A person who blocked the Page is answered 200/1545041 instead of 551/1545041; both were seen.</summary>
    public bool BlockedIsPermissionError { get; set; }

    /// <summary>A thread of another app is answered 100/2534037 instead of 10/2018300.</summary>
    public bool NotOwnerIsParameterError { get; set; }

    /// <summary>Asking for control of a thread is refused when there is a default application (documented for the other case only).</summary>
    public bool RequestOnlyWithoutRouting { get; set; } = true;

    /// <summary>Errors carry a title and a text for the user, in the user's language.</summary>
    public bool UserErrorTexts { get; set; }

    /// <summary>How long the first message after a tap on an advertisement keeps the window open.</summary>
    public TimeSpan AdWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Accept sends to notification tokens, which ended for all but five regions on 10/02/2026.</summary>
    public bool NotificationMessages { get; set; }

    /// <summary>The answer to a private reply names the person (no source says).</summary>
    public bool PrivateReplyNamesRecipient { get; set; } = true;

    /// <summary>Who comments has the same id as in Messenger, as mostly seen; otherwise another one.</summary>
    public bool CommenterIdIsPsid { get; set; } = true;

    /// <summary>Removed Graph versions are refused instead of served by the oldest living one.</summary>
    public bool RefuseRemovedVersions { get; set; } = true;

    /// <summary>A Page's token used for another Page is answered 190 instead of 100/2018001.</summary>
    public bool WrongPageIsTokenError { get; set; }

    public int TextsPerSecond { get; set; } = 300;

    public int MediaPerSecond { get; set; } = 10;

    /// <summary>Above this many messages a second, on average over ten seconds, sends fail until the rate drops.</summary>
    public int HighVolumePerSecond { get; set; } = 40;

    /// <summary>Code of the refusals above that rate; the manual does not name it.</summary>
    public int HighVolumeError { get; set; } = 613;

    /// <summary>Messages to one person within ten seconds; the platform does not publish its number.</summary>
    public int PerThreadInTenSeconds { get; set; } = 60;

    /// <summary>Calls per person the Page can message and 24 hours.</summary>
    public int CallsPerEngagedUser { get; set; } = 200;

    public int ProfileCallsInTenMinutes { get; set; } = 10;

    public int ConversationCallsPerSecond { get; set; } = 2;

    public int PrivateRepliesPerHour { get; set; } = 750;

    /// <summary>Calls with the app's own token.</summary>
    public int AppCallsPerHour { get; set; } = 200;

    /// <summary>Give citizens' pictures, sounds and files addresses on this stand-in that really serve something.</summary>
    public bool ServeMedia { get; set; } = true;

    /// <summary>Such addresses, signed as on the platform's own servers, die after this time; no token is needed before.</summary>
    public TimeSpan MediaLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Really fetch media that is sent by address, and refuse what cannot be fetched, is too large or of another type.</summary>
    public bool FetchMedia { get; set; }

    /// <summary>Real time for fetching a video; other media has <see cref="FetchTimeout"/>.</summary>
    public TimeSpan VideoFetchTimeout { get; set; } = TimeSpan.FromSeconds(75);

    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the platform reviews a new utility template.</summary>
    public TimeSpan TemplateReview { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Outcomes of the next reviews, used up in order: <c>APPROVED</c> or <c>REJECTED:</c> and the reason. Afterwards approved.</summary>
    public IList<string> TemplateOutcomes { get; } = [];

    /// <summary>Fewer words for each placeholder than this are rejected with PARAMS_TO_WORD_RATIO_EXCEED_LIMIT; the platform's number is unknown.</summary>
    public int TemplateWordsPerParameter { get; set; } = 2;

    /// <summary>The webhook field of a template's status: two names are in use.</summary>
    public string TemplateStatusField { get; set; } = "message_template_status_update";

    /// <summary>Utility templates approved from the start, as <c>name/language/number of body parameters</c>.</summary>
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
