using System.Collections.Frozen;
using static Chatbot.Channels.Facebook.FacebookErrorCodes.Class;

namespace Chatbot.Channels.Facebook;

/// <summary>The platform's codes in our words. The one place that knows them.</summary>
/// <remarks>Sources: Messenger Platform, Error Codes (25 June 2026); Graph API, Error Handling; codes seen in public code bases; read 21 November 2026.
/// Codes from 1,000 up arrive as <c>code</c> or as <c>error_subcode</c>, so either field is looked up; the text is not, as it contradicts the code at times.</remarks>
public static class FacebookErrorCodes
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Slower = TimeSpan.FromMinutes(1);

    /// <summary>Subcodes that mean something only together with their code.</summary>
    private static readonly FrozenDictionary<(int Code, int Subcode), Class> Pairs = new Dictionary<(int, int), Class>
    {
        [(1, 99)] = Permission,
        [(100, 33)] = Unreachable,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, Class> Codes = Table(
        (Uncertain, [1357046]),
        (Retry, [-1, 1, 2, 1200, 2018008, 2018294, 2018321]),
        (Burst, [613, 2534040]),
        (Slow, [4, 17, 32, 341, 80001, 80006, 2018022]),
        (SlowPerson, [2018338, 2022]),
        (Window, [2018278, 2534022, 2018065]),
        (Unreachable, [551, 1545041, 2018001, 2018108, 9, 2018352, 2018354, 1893015, 1893016, 10903, 2534025]),
        (Token, [190, 102, 458, 459, 460, 463, 464, 467, 492]),
        (Permission, [3, 10, 230, 2018344, 2018028, 2018027, 2018021]),
        (Elsewhere, [2018300, 2534037, 2018171, 2018234]),
        (Policy, [368, 1404170, 1893063]),
        (Done, [10900]),
        (Content,
        [
            100, 105, 194, 506, 10303, 1609005, 1893029, 1893061, 2018014, 2018047, 2018074, 2018109, 2018164, 2018336, 2018382, 2018416,
            2388051, 2534015,
        ]));

    internal enum Class { Uncertain, Retry, Burst, Slow, SlowPerson, Window, Unreachable, Token, Permission, Content, Elsewhere, Policy, Done }

    /// <param name="status">HTTP status; from 500 up an answer that names no certain reason leaves the send unknown.</param>
    /// <param name="regain">Zero when the platform did not say how long it will refuse.</param>
    public static SendOutcome Outcome(FacebookError error, int status, TimeSpan regain) => ClassOf(error) switch
    {
        Uncertain => new SendOutcome.Unknown(Name(error)),
        Retry when status >= 500 => new SendOutcome.Unknown($"HTTP {status}, {Name(error)}"),
        Retry => new SendOutcome.Throttled(Soon),
        Burst => new SendOutcome.Throttled(regain > TimeSpan.Zero ? regain : Breath),
        Slow or SlowPerson => new SendOutcome.Throttled(regain > TimeSpan.Zero ? regain : Slower),
        Window => Refused(RefusalReason.OutsideWindow, error),
        Unreachable => Refused(RefusalReason.CitizenUnreachable, error),
        Token => Refused(RefusalReason.Token, error),
        Permission => Refused(RefusalReason.NotPermitted, error),
        Elsewhere => Refused(RefusalReason.ThreadElsewhere, error),
        Policy => Refused(RefusalReason.AccountRestricted, error),
        Done => new SendOutcome.Sent(""),   // answered before, by us or by a person
        Content => Refused(RefusalReason.ContentRefused, error),
        null when status >= 500 => new SendOutcome.Unknown($"HTTP {status}, {Name(error)}"),
        null when error.IsTransient == true => new SendOutcome.Throttled(Soon),
        _ => Refused(RefusalReason.ContentRefused, error),
    };

    /// <summary>An answer without a readable error.</summary>
    public static SendOutcome Outcome(int status, TimeSpan regain) => status switch
    {
        429 => new SendOutcome.Throttled(regain > TimeSpan.Zero ? regain : Slower),
        413 or 414 => new SendOutcome.Refused(RefusalReason.ContentRefused, 0),
        _ => new SendOutcome.Unknown($"HTTP {status} without a readable answer"),
    };

    /// <summary>True: the whole Page sends too much, not only to one citizen.</summary>
    public static bool HoldsPage(FacebookError error) => ClassOf(error) is Burst or Slow;

    private static Class? ClassOf(FacebookError error)
    {
        var subcode = error.ErrorSubcode ?? 0;
        if (Pairs.TryGetValue((error.Code, subcode), out var pair)) return pair;
        if (subcode >= 1000 && Codes.TryGetValue(subcode, out var bySubcode)) return bySubcode;
        if (error.Code is 10 && IsWindowText(error)) return Window;
        if (Codes.TryGetValue(error.Code, out var byCode)) return byCode;
        return error.Code switch
        {
            >= 200 and < 300 => Permission,
            >= 2018173 and <= 2018188 => Content,
            _ => null,
        };
    }

    // The one code whose meaning only the text tells when there is no subcode.
    private static bool IsWindowText(FacebookError error) =>
        error.ErrorSubcode is null or 0 && error.Message?.Contains("outside of allowed window", StringComparison.OrdinalIgnoreCase) == true;

    private static SendOutcome Refused(RefusalReason reason, FacebookError error) => new SendOutcome.Refused(reason, Number(error));

    /// <summary>The more telling of the two numbers.</summary>
    private static int Number(FacebookError error) => error.ErrorSubcode is > 0 and var subcode ? subcode : error.Code;

    private static string Name(FacebookError error) => $"code {error.Code}/{error.ErrorSubcode ?? 0}";

    private static FrozenDictionary<int, Class> Table(params (Class Class, int[] Codes)[] rows) =>
        rows.SelectMany(row => row.Codes.Select(code => (code, row.Class))).ToFrozenDictionary(one => one.code, one => one.Class);
}
