namespace Chatbot.Simulator.Zalo;

/// <summary>How many broadcasts a follower may get and an OA may send: one a day and a number a month per follower, counted from the first of the
/// month; a number per OA, counted from the package's own day of the month.</summary>
internal sealed class BroadcastQuota(ZaloSettings settings, ZaloAccountSettings account, TimeProvider clock)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateOnly Last, int InMonth)> received = new(StringComparer.Ordinal);
    private DateOnly packageMonth;
    private int sent;

    /// <summary>Takes one from the OA's quota.</summary>
    public bool TrySend()
    {
        lock (gate)
        {
            if (packageMonth != PackageMonth()) (packageMonth, sent) = (PackageMonth(), 0);
            if (sent >= settings.BroadcastsPerPackageMonth) return false;
            sent++;
            return true;
        }
    }

    /// <summary>Counts for a follower; false leaves them out, which nobody is told.</summary>
    public bool TryReceive(string userId)
    {
        lock (gate)
        {
            var today = Today();
            var known = received.TryGetValue(userId, out var before);
            if (known && before.Last == today) return false;
            var inMonth = known && (before.Last.Year, before.Last.Month) == (today.Year, today.Month) ? before.InMonth : 0;
            if (inMonth >= PerMonth()) return false;
            received[userId] = (today, inMonth + 1);
            return true;
        }
    }

    private int PerMonth() => account.Package switch { "Basic" => 1, "Premium" => 6, _ => 4 };

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Vietnam).DateTime);

    private DateOnly PackageMonth()
    {
        var today = Today();
        var start = new DateOnly(today.Year, today.Month, account.PackageDay);
        return today >= start ? start : start.AddMonths(-1);
    }
}
