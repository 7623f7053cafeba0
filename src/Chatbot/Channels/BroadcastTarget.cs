using System.Text.Json.Serialization;

namespace Chatbot.Channels;

/// <summary>Which followers a broadcast article is for, in Zalo's own codes; what is empty leaves nobody out. No target is finer than a province.</summary>
/// <remarks>Source: section 3.4 of the platform notes, read 22 November 2026. Province codes are those of the 63 provinces of before July 2025.</remarks>
public sealed record BroadcastTarget
{
    /// <summary>0: under 13, 1: 13 to 17, 2: 18 to 24, 3: 25 to 34, 4: 35 to 44, 5: 45 to 54, 6: 55 to 64, 7: 65 and over.</summary>
    public IReadOnlyList<int> Ages { get; init; } = [];

    /// <summary>0: all, 1: male, 2: female.</summary>
    public int Gender { get; init; }

    /// <summary>0: north, 1: centre, 2: south. Zalo reads <see cref="Cities"/> instead where there are any.</summary>
    public IReadOnlyList<int> Regions { get; init; } = [];

    /// <summary>0 to 62.</summary>
    public IReadOnlyList<int> Cities { get; init; } = [];

    /// <summary>1: iOS, 2: Android, 3: Windows Phone.</summary>
    public IReadOnlyList<int> Phones { get; init; } = [];

    [JsonIgnore]
    public bool IsEverybody => Ages.Count + Regions.Count + Cities.Count + Phones.Count == 0 && Gender == 0;

    [JsonIgnore]
    public bool IsSound => Ages.All(age => age is >= 0 and <= 7) && Gender is >= 0 and <= 2 && Regions.All(region => region is >= 0 and <= 2)
        && Cities.All(city => city is >= 0 and <= 62) && Phones.All(phone => phone is >= 1 and <= 3);

    /// <returns>Null: everybody.</returns>
    public BroadcastTarget? Tidied() => IsEverybody ? null : this with { Ages = Sorted(Ages), Regions = Sorted(Regions), Cities = Sorted(Cities), Phones = Sorted(Phones) };

    public bool Equals(BroadcastTarget? other) => other is not null && Gender == other.Gender && Ages.SequenceEqual(other.Ages) && Regions.SequenceEqual(other.Regions)
        && Cities.SequenceEqual(other.Cities) && Phones.SequenceEqual(other.Phones);

    public override int GetHashCode() => HashCode.Combine(Gender, Ages.Count, Regions.Count, Cities.Count, Phones.Count);

    private static IReadOnlyList<int> Sorted(IReadOnlyList<int> codes) => [.. codes.Distinct().Order()];
}
