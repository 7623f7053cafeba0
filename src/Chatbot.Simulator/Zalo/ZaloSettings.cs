namespace Chatbot.Simulator.Zalo;

/// <summary>One Zalo app and its OAs, and how the platform behaves. Everything but the accounts may be changed while it runs.</summary>
public sealed class ZaloSettings
{
    public string AppId { get; set; } = "3141592653589793238";

    /// <summary>For OAuth; deliberately not the webhook's key.</summary>
    public string AppSecret { get; set; } = "stand-in-zalo-app-secret";

    /// <summary>Signs webhooks.</summary>
    public string OaSecretKey { get; set; } = "stand-in-zalo-oa-secret-key";

    /// <summary>Null: no URL saved, events are not sent.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Where the consent page may send the administrator back to; null: anywhere.</summary>
    public Uri? OAuthCallback { get; set; }

    public IList<ZaloAccountSettings> Accounts { get; } = [];

    /// <summary>Real time the receiver has for its 200.</summary>
    public TimeSpan AckDeadline { get; set; } = TimeSpan.FromSeconds(2);

    public bool RetryEnabled { get; set; } = true;

    /// <summary>Count only refused connections as failures, not other answers and late ones (the manual is unclear).</summary>
    public bool RetryConnectionFailuresOnly { get; set; }

    /// <summary>Send <c>X-ZEvent-Timestamp</c>, which live traffic was seen without.</summary>
    public bool TimestampHeader { get; set; }

    /// <summary>Write <c>\uXXXX</c> and <c>\/</c> instead of raw UTF-8.</summary>
    public bool EscapeUnicode { get; set; }

    public bool ShuffleMembers { get; set; } = true;

    public bool UserIdByApp { get; set; } = true;

    /// <summary>File sizes as JSON numbers instead of strings.</summary>
    public bool SizeAsNumber { get; set; }

    /// <summary>Deliver only texts that begin with <c>#</c>, as the console's syntax filter does.</summary>
    public bool HashFilter { get; set; }

    /// <summary>Event names switched off in the console.</summary>
    public ISet<string> DisabledEvents { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Probability, 0 to 1, that an event is sent twice.</summary>
    public double DuplicateProbability { get; set; }

    /// <summary>Probability that an event is kept back one to three seconds, so that a later one overtakes it.</summary>
    public double DelayProbability { get; set; }

    /// <summary>Probability that an event of a kind that no manual names comes beside a real one.</summary>
    public double UnknownEventProbability { get; set; }

    /// <summary>Probability of a member that no manual names.</summary>
    public double UnknownMemberProbability { get; set; }

    public bool Echoes { get; set; } = true;

    /// <summary>Echoes carry another id than the API answered.</summary>
    public bool EchoIdDiffers { get; set; }

    public bool Receipts { get; set; } = true;

    public TimeSpan DeliveredAfter { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan SeenAfter { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Return <c>state</c> on the OAuth callback.</summary>
    public bool ReturnState { get; set; } = true;

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromSeconds(90_000);

    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    public bool RequireAppSecretProof { get; set; }

    /// <summary>Calls a minute for the app.</summary>
    public int CallsPerMinute { get; set; } = 4_000;

    /// <summary>The unpublished limit of one OA, calls a minute.</summary>
    public int CallsPerMinutePerAccount { get; set; } = 1_500;

    /// <summary>The rule until 2025: eight free replies per citizen and window.</summary>
    public bool EightFreeReplies { get; set; }

    /// <summary>Code for a person the OA does not know: -201 or -213, the manual does not say.</summary>
    public int UnknownUserError { get; set; } = -201;

    /// <summary>Code of the message classes that closed on 01/03/2026: -240 or -233, the manual does not say.</summary>
    public int ClosedClassError { get; set; } = -240;

    /// <summary>Code for an unknown kind of button: -233 or -201, the manual does not say.</summary>
    public int UnknownActionError { get; set; } = -233;

    /// <summary>Accept the message classes that closed on 01/03/2026.</summary>
    public bool ClosedClassesReopened { get; set; }

    /// <summary>Linked to a ZBS account, so that consultation after 48 hours can be paid for.</summary>
    public bool BillingLinked { get; set; } = true;

    /// <summary>VND on the ZBS account; a paid consultation takes 55.</summary>
    public long Balance { get; set; } = 1_000_000;

    /// <summary>How long Zalo reviews a broadcast before it goes out.</summary>
    public TimeSpan BroadcastReview { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>So many of the next broadcasts fail the review; the API tells nobody.</summary>
    public int BroadcastRejections { get; set; }

    /// <summary>Hidden articles may be broadcast (no source is sure).</summary>
    public bool HiddenArticlesBroadcast { get; set; } = true;

    /// <summary>Broadcasts of one OA from one monthly day of its package to the next.</summary>
    public int BroadcastsPerPackageMonth { get; set; } = 30;

    /// <summary>Until a written article can be used.</summary>
    public TimeSpan ArticleProcessing { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Articles of one OA; the platform's number depends on the package and is not published.</summary>
    public int ArticleQuota { get; set; } = 100;

    /// <summary>Until an uploaded film is converted.</summary>
    public TimeSpan VideoConversion { get; set; } = TimeSpan.FromMinutes(1);

    public int UploadsPerMonth { get; set; } = 5_000;

    /// <summary>Tables may be uploaded as files (one source says so).</summary>
    public bool CsvUploads { get; set; } = true;

    /// <summary><c>getoa</c> writes <c>oa_id</c>, as clients read it, instead of the documented <c>oaid</c>.</summary>
    public bool OaIdWithUnderscore { get; set; }

    /// <summary>User details give the telephone number as a text instead of a number.</summary>
    public bool PhoneAsText { get; set; }

    /// <summary>How long Zalo reviews a template of paid messages.</summary>
    public TimeSpan TemplateReview { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Outcomes of the next reviews, used up in order: <c>ENABLE</c> or <c>REJECT:</c> and the reason. Afterwards enabled.</summary>
    public IList<string> TemplateOutcomes { get; } = [];

    /// <summary>From a template message to its delivery event.</summary>
    public TimeSpan ZbsDeliveredAfter { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Template messages of one OA and day, above which <c>sending_mode</c> 3 is needed.</summary>
    public int ZbsDailyQuota { get; set; } = 500;

    public int ZbsMonthlyPromotionQuota { get; set; } = 100;

    /// <summary>The OA may use <c>sending_mode</c> 3.</summary>
    public bool ZbsOverQuotaAllowed { get; set; } = true;

    /// <summary>Template messages are refused at night; perhaps no longer so.</summary>
    public bool ZbsClosedAtNight { get; set; }

    /// <summary>A <c>tracking_id</c> beside an OA user id is refused instead of ignored; sources disagree.</summary>
    public bool RefuseTrackingByUserId { get; set; }

    /// <summary>Keys of citizens who administer the app or an OA: development mode sends to nobody else.</summary>
    public ISet<string> Administrators { get; } = new HashSet<string>(StringComparer.Ordinal) { "chi-lan" };

    /// <summary>Saving a webhook URL needs the domain verified with this code; empty: not checked.</summary>
    public string DomainVerificationCode { get; set; } = "";

    internal bool TakeBroadcastRejection()
    {
        if (BroadcastRejections <= 0) return false;
        BroadcastRejections--;
        return true;
    }
}

public sealed class ZaloAccountSettings
{
    public string OaId { get; set; } = "4000000000000000017";

    public string Name { get; set; } = "UBND phường Sân Thử";

    public string AccessToken { get; set; } = "stand-in-zalo-access-token";

    public string RefreshToken { get; set; } = "stand-in-zalo-refresh-token";

    /// <summary><c>Basic</c>, <c>Trial</c>, <c>Advanced</c> or <c>Premium</c>: 1, 4, 4 and 6 broadcasts per follower and month.</summary>
    public string Package { get; set; } = "Advanced";

    /// <summary>Day of the month, 1 to 28, on which the package was bought.</summary>
    public int PackageDay { get; set; } = 15;

    /// <summary>Paid consultation messages left in the OA's package.</summary>
    public int PackageMessages { get; set; } = 500;
}
