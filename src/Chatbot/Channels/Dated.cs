namespace Chatbot.Channels;

/// <summary>A platform's rule that holds since a day, and where that was read: platforms change their limits without asking us.</summary>
public interface IDated
{
    DateOnly Since { get; }

    /// <summary>Page of the manual and the day it was read.</summary>
    string Source { get; }
}

public static class Dated
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The rule in force today in Viet Nam: the youngest that has begun. Of two with the same day the settings' one wins.</summary>
    public static T InForce<T>(IReadOnlyList<T> builtIn, IReadOnlyList<T> fromSettings, DateTimeOffset now)
        where T : class, IDated
    {
        var today = DateOnly.FromDateTime(now.ToOffset(Vietnam).DateTime);
        return fromSettings.Concat(builtIn).Where(rule => rule.Since <= today).MaxBy(rule => rule.Since)
            ?? builtIn.MinBy(rule => rule.Since)!;
    }
}
