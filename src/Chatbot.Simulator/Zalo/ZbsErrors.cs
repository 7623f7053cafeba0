namespace Chatbot.Simulator.Zalo;

/// <summary>Refusals of <c>business.openapi.zalo.me</c>; the numbers are not those of the OA API.</summary>
internal static class ZbsErrors
{
    public static readonly ZaloReply Unknown = new(-100, "Unknown exception", null);
    public static readonly ZaloReply PhoneInvalid = new(-108, "Phone number is invalid", null);
    public static readonly ZaloReply TemplateUnknown = new(-109, "Template ID is invalid", null);
    public static readonly ZaloReply DataEmpty = new(-111, "Template data is empty", null);
    public static readonly ZaloReply DataWrong = new(-112, "Template data type is invalid", null);
    public static readonly ZaloReply UserCannotReceive = new(-114, "User cannot receive this message", null);
    public static readonly ZaloReply OutOfBalance = new(-115, "Out of quota or balance", null);
    public static readonly ZaloReply NoZaloAccount = new(-118, "Zalo account is not existed", null);
    public static readonly ZaloReply BodyEmpty = new(-121, "Request body is empty", null);
    public static readonly ZaloReply NotJson = new(-122, "Request body is not JSON", null);
    public static readonly ZaloReply TokenInvalid = new(-124, "Access token is invalid", null);
    public static readonly ZaloReply AdministratorsOnly = new(-127, "Test template can only be sent to administrators", null);
    public static readonly ZaloReply NotApproved = new(-131, "Template is not approved", null);
    public static readonly ZaloReply Night = new(-133, "Message is not allowed to be sent at night", null);
    public static readonly ZaloReply OaBlocked = new(-1351, "OA is blocked from sending", null);
    public static readonly ZaloReply NotLinked = new(-136, "Must be linked to a ZBS account", null);
    public static readonly ZaloReply KindRefused = new(-139, "User refuses this kind of message", null);
    public static readonly ZaloReply OaRefused = new(-141, "User refuses messages of this OA", null);
    public static readonly ZaloReply DailyQuotaUsed = new(-144, "OA has used up its daily quota", null);
    public static readonly ZaloReply PromotionQuotaUsed = new(-1441, "OA has used up its monthly promotion quota", null);
    public static readonly ZaloReply TemplateDisabled = new(-146, "Template is disabled because of low quality", null);
    public static readonly ZaloReply TemplateQuotaUsed = new(-147, "Template has used up its daily quota", null);
    public static readonly ZaloReply SendingModeInvalid = new(-161, "Sending mode is invalid", null);
    public static readonly ZaloReply SendingModeNotAllowed = new(-162, "Sending mode is not allowed", null);
    public static readonly ZaloReply ProofWrong = new(-1241, "appsecret_proof is missing or wrong", null);

    public static ZaloReply TooLong(string parameter) => new(-1121, $"{parameter} is too long", null);

    public static ZaloReply Missing(string parameter) => new(-1122, $"{parameter} is missing", null);
}
