using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>What the Graph API answers.</summary>
internal sealed record GraphReply(int Status, Func<JsonNode> Body)
{
    public static GraphReply Ok(JsonNode body) => new(200, () => body);

    public static GraphReply Success { get; } = new(200, () => new JsonObject { ["success"] = true });

    /// <summary>Messages that now lie in a mailbox because of this call.</summary>
    public IReadOnlyList<string> Delivered { get; init; } = [];

    public bool IsOk => Status == 200;
}

/// <summary>Refusals. Texts follow the captured ones where any exist; clients decide by code and subcode.</summary>
internal static class GraphErrors
{
    private const string UnavailableText = "(#551) This person isn't available right now.";
    private const string AnotherAppText = "Message failed to send because another app is controlling this thread now.";
    public static readonly GraphReply UseCaseLimit = Make(80006, null, "There have been too many calls to this messenger account. Wait a bit and try again.", true);
    public static readonly GraphReply RateLimited = Make(613, null, "Calls to this api have exceeded the rate limit.", true);
    public static readonly GraphReply ThreadLimit = Make(613, 2018338, "Too many messages to a single thread.", true);
    public static readonly GraphReply AppLimit = Make(4, null, "(#4) Application request limit reached", true);
    public static readonly GraphReply TokenInvalid = Make(190, null, "Invalid OAuth access token - Cannot parse access token");
    public static readonly GraphReply TokenMissing = Make(104, null, "An access token is required to request this resource.");
    public static readonly GraphReply TokenExpired = Make(190, 463, "Error validating access token: Session has expired.");
    public static readonly GraphReply TokenRevoked = Make(190, 460, "Error validating access token: The session has been invalidated.");
    public static readonly GraphReply AppRemoved = Make(190, 458, "Error validating access token: The user has not authorized application.");
    public static readonly GraphReply ProofWrong = Make(100, null, "Invalid appsecret_proof provided in the API argument");
    public static readonly GraphReply ProofMissing = Make(100, null, "API calls from the server require an appsecret_proof argument");
    public static readonly GraphReply NoMatchingUser = Make(100, 2018001, "(#100) No matching user found");
    public static readonly GraphReply OutsideWindow = Make(10, 2018278,
        "(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview");
    public static readonly GraphReply Unavailable = Make(551, 1545041, UnavailableText);
    public static readonly GraphReply UnavailableAsPermission = Make(200, 1545041, UnavailableText);   // captured: the text names another code
    public static readonly GraphReply CannotReceive = Make(10, 2018108, "(#10) This person cannot receive messages: they are not receiving messages from you right now.");
    public static readonly GraphReply PageRestricted = Make(10, 1893063, "(#10) This Page is temporarily restricted from sending messages.");
    public static readonly GraphReply RetiredTag = Make(100, 1893061, "(#100) Invalid parameter");
    public static readonly GraphReply UnknownTag = Make(100, null, "(#100) Invalid tag.");
    public static readonly GraphReply NotOwner = Make(10, 2018300, AnotherAppText);
    public static readonly GraphReply NotOwnerAsParameter = Make(100, 2534037, AnotherAppText);
    public static readonly GraphReply AlreadyReplied = Make(10900, null, "(#10900) Activity already replied to");
    public static readonly GraphReply CannotReply = Make(10903, null, "(#10903) This user can't reply to this activity");
    public static readonly GraphReply CommentNotValid = Make(100, 2534025, "(#100) The comment is not valid for a private reply");
    public static readonly GraphReply DuplicatePost = Make(506, null, "(#506) Duplicate status message");
    public static readonly GraphReply AttachmentUnknown = Make(100, 2018074, "(#100) The attachment id is not valid.");
    public static readonly GraphReply MediaMismatch = Make(100, 2018047, "(#100) Upload attachment failure: the media type does not match.");
    public static readonly GraphReply MediaUnreachable = Make(100, 2018008, "(#100) Failed to fetch the file from the url");
    public static readonly GraphReply MediaTooLarge = Make(100, 2018109, "(#100) Attachment size exceeds allowable limit");
    public static readonly GraphReply MessageGone = Make(9000001, null, "(#9000001) The message has been deleted.");
    public static readonly GraphReply DeliveredButFailed = Make(1, 1357046, "Received Invalid JSON reply.", true);
    public static readonly GraphReply TokensRetired = Make(100, 2018278, "(#100) Notification messages are not available for this Page.");
    public static readonly GraphReply UnknownPath = Make(2500, null, "Unknown path components");
    public static readonly GraphReply UnknownObject = Make(100, 33, "Unsupported request. Object does not exist or cannot be loaded due to missing permissions.");

    /// <summary>Both codes were seen for a thread that another app has.</summary>
    public static GraphReply OwnedByAnother(FacebookSettings settings) => settings.NotOwnerIsParameterError ? NotOwnerAsParameter : NotOwner;

    public static GraphReply Blocked(FacebookSettings settings) => settings.BlockedIsPermissionError ? UnavailableAsPermission : Unavailable;

    public static GraphReply TooMany(string parameter) => Make(105, null, $"(#105) Param {parameter} has too many elements.");

    public static GraphReply Bad(string text) => Make(100, null, "(#100) " + text);

    public static GraphReply TooLong(string parameter, int limit) =>
        Bad($"Length of param {parameter} must be less than or equal to {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    public static GraphReply Make(int code, int? subcode, string message, bool isTransient = false) => new(400, () =>
    {
        var error = new JsonObject { ["message"] = message, ["type"] = "OAuthException", ["code"] = code };
        if (subcode is not null) error["error_subcode"] = subcode;
        if (isTransient) error["is_transient"] = true;
        error["fbtrace_id"] = Ids.Opaque(12);
        return new JsonObject { ["error"] = error };
    });
}
