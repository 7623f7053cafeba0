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

    /// <summary>The rule in force today in Viet Nam: the youngest of the settings' that has begun, else the youngest built-in one.</summary>
    /// <remarks>A setting wins over every built-in rule from its day on, however old: who wrote it expects it to hold.</remarks>
    public static T InForce<T>(IReadOnlyList<T> builtIn, IReadOnlyList<T> fromSettings, DateTimeOffset now)
        where T : class, IDated
    {
        var today = DateOnly.FromDateTime(now.ToOffset(Vietnam).DateTime);
        return Youngest(fromSettings) ?? Youngest(builtIn) ?? builtIn.MinBy(rule => rule.Since)!;

        T? Youngest(IReadOnlyList<T> rules) => rules.Where(rule => rule.Since <= today).MaxBy(rule => rule.Since);
    }
}
