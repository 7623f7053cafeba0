using System.Collections.Frozen;

namespace Chatbot.Channels.Zalo;

/// <summary>Zalo's numbers in our words. The same number means different things on the OA API and on the template API: two tables.
/// Only numbers count; the texts beside them change.</summary>
/// <remarks>Source: the manual's error pages as transcribed (tables 7.1 and 7.3 of the platform notes), read 2026-11-21.</remarks>
public static class ZaloErrorCodes
{
    public const int RateExceeded = -32;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);

    private static readonly FrozenDictionary<int, Meaning> Oa = Table(
        (Meaning.Soon, [-200, -214]),
        (Meaning.SlowDown, [RateExceeded]),
        (Meaning.InTheMorning, [-234]),
        (Meaning.Token, [-216, -220]),
        (Meaning.OutsideWindow, [-218, -230, -232]),
        (Meaning.Unreachable, [-213, -217, -227, -237, -244, -403]),
        (Meaning.Restricted, [-204, -205, -219, -221, -248]),
        (Meaning.NotPermitted, [-209, -211, -212, -223, -224, -235, -242, -320, -321]),
        (Meaning.Content, [-100, -201, -202, -210, -233, -238, -240, -241, -249, -1340, -1341]));

    private static readonly FrozenDictionary<int, Meaning> Template = Table(
        (Meaning.Soon, [-100]),
        (Meaning.SlowDown, [RateExceeded]),
        (Meaning.InTheMorning, [-133]),
        (Meaning.Tomorrow, [-144, -147, -1472, -160]),
        (Meaning.Token, [-124]),
        (Meaning.Unreachable, [-108, -110, -114, -118, -119, -134, -139, -140, -141]),
        (Meaning.Restricted, [-135, -1351]),
        (Meaning.NotPermitted, [-101, -102, -103, -104, -105, -115, -117, -120, -1201, -1202, -1241, -126, -131, -136, -137, -138, -1381,
            -1441, -145, -146, -1471]),
        (Meaning.Content, [-106, -107, -109, -1091, -111, -112, -1121, -1122, -1123, -1124, -113, -1131, -116, -121, -122, -123, -125, -127,
            -128, -129, -130, -132, -142, -143, -148, -149, -1491, -150, -151, -152, -153, -158, -159, -161, -162]));

    private enum Meaning { Soon, SlowDown, InTheMorning, Tomorrow, Token, OutsideWindow, Unreachable, Restricted, NotPermitted, Content }

    /// <summary>Codes that <see cref="OfOa"/> knows by name.</summary>
    public static IEnumerable<int> KnownOa => Oa.Keys;

    /// <summary>Codes that <see cref="OfTemplate"/> knows by name.</summary>
    public static IEnumerable<int> KnownTemplate => Template.Keys;

    /// <summary>Whether the access token is the trouble: it must be read again or refreshed, then the call may be repeated.</summary>
    public static bool IsToken(int code) => code is -216 or -220 or -124;

    /// <summary>A code other than zero of <c>openapi.zalo.me</c>.</summary>
    public static SendOutcome OfOa(int code, DateTimeOffset now) => Outcome(Oa, code, now);

    /// <summary>A code other than zero of <c>business.openapi.zalo.me</c>.</summary>
    public static SendOutcome OfTemplate(int code, DateTimeOffset now) => Outcome(Template, code, now);

    private static SendOutcome Outcome(FrozenDictionary<int, Meaning> table, int code, DateTimeOffset now)
    {
        // Errors are negative; what a positive number means nobody wrote down, so the message may have gone out.
        if (code > 0) return new SendOutcome.Unknown($"code {code}");
        return table.GetValueOrDefault(code, Meaning.Content) switch
        {
            Meaning.Soon => new SendOutcome.Throttled(TimeSpan.FromSeconds(5)),
            Meaning.SlowDown => new SendOutcome.Throttled(TimeSpan.FromSeconds(10)),
            Meaning.InTheMorning => new SendOutcome.Throttled(UntilMorning(now)),
            Meaning.Tomorrow => new SendOutcome.Throttled(UntilMidnight(now) + Morning),
            Meaning.Token => new SendOutcome.Refused(RefusalReason.Token, code),
            Meaning.OutsideWindow => new SendOutcome.Refused(RefusalReason.OutsideWindow, code),
            Meaning.Unreachable => new SendOutcome.Refused(RefusalReason.CitizenUnreachable, code),
            Meaning.Restricted => new SendOutcome.Refused(RefusalReason.AccountRestricted, code),
            Meaning.NotPermitted => new SendOutcome.Refused(RefusalReason.NotPermitted, code),
            _ => new SendOutcome.Refused(RefusalReason.ContentRefused, code),
        };
    }

    private static TimeSpan UntilMorning(DateTimeOffset now)
    {
        var timeOfDay = now.ToOffset(Vietnam).TimeOfDay;
        return timeOfDay < Morning ? Morning - timeOfDay : UntilMidnight(now) + Morning;
    }

    private static TimeSpan UntilMidnight(DateTimeOffset now) => TimeSpan.FromDays(1) - now.ToOffset(Vietnam).TimeOfDay;

    private static FrozenDictionary<int, Meaning> Table(params (Meaning Meaning, int[] Codes)[] rows) =>
        rows.SelectMany(row => row.Codes.Select(code => (code, row.Meaning))).ToFrozenDictionary(row => row.code, row => row.Meaning);
}
