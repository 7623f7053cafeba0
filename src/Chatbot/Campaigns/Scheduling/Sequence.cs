using Chatbot.Campaigns.Writing;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>Messages that follow what a citizen did: on that day, three days later, a week later … Each citizen gets each step once.</summary>
/// <param name="Since">What begins it.</param>
/// <param name="FirstDay">Days after it at which the campaign's own text goes out; 0: at the next <paramref name="At"/>.</param>
/// <param name="At">Local time of every step.</param>
public sealed record Sequence(SequenceStart Since, int FirstDay, TimeOnly At)
{
    public const int MostSteps = 8;
    public const int LatestDay = 365;

    public IReadOnlyList<SequenceStep> Further { get; init; } = [];

    /// <summary>Days after the beginning, in the order of the steps.</summary>
    public IReadOnlyList<int> Days => [FirstDay, .. Further.Select(step => step.Day)];

    public bool IsSound =>
        Further.Count < MostSteps && Days.All(day => day is >= 0 and <= LatestDay) && Days.Distinct().Count() == Days.Count && Further.All(step => step.Content.IsSound);

    public Sequence Tidied() => this with { Further = [.. Further.Select(step => step with { Content = step.Content.Tidied() }).OrderBy(step => step.Day)] };

    public bool Equals(Sequence? other) => other is not null && Since == other.Since && FirstDay == other.FirstDay && At == other.At && Further.SequenceEqual(other.Further);

    public override int GetHashCode() => HashCode.Combine(Since, FirstDay, At, Further.Count);
}

/// <param name="Day">Days after the beginning.</param>
public sealed record SequenceStep(int Day, CampaignContent Content);

/// <summary>Following: began to follow the account, or wrote for the first time where nobody can follow. Asking: was told about one of the segment's procedures, or any when it names none.</summary>
public enum SequenceStart { Following, Asking }

/// <summary>Whoever began a sequence in the 24 hours from <paramref name="From"/> on and has not had this step of it.</summary>
public sealed record Began(SequenceStart Since, DateTimeOffset From, Guid SeriesId, int Step);
