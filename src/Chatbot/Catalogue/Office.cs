namespace Chatbot.Catalogue;

/// <summary>A place where citizens are received: the one source for bot, posters and campaigns.</summary>
public sealed record Office(string Id, string Name)
{
    /// <summary>Kind of place in words: "Trung tâm Phục vụ hành chính công", "Công an xã" …</summary>
    public string Kind { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>As people dial it, for example "0219 3 123 456"; empty when none is published.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Opening hours, one rule a row.</summary>
    public IReadOnlyList<OpeningHours> Hours { get; init; } = [];

    /// <summary>WGS 84 degrees; null: the place is not known.</summary>
    public Place? Place { get; init; }

    /// <summary>The office whose number and address stand on the hotline card.</summary>
    public bool IsHotline { get; init; }
}

/// <summary>Open from <paramref name="From"/> to <paramref name="To"/>, local time (Asia/Ho_Chi_Minh), on these days.</summary>
public sealed record OpeningHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To);

/// <summary>WGS 84, degrees.</summary>
public sealed record Place(double Latitude, double Longitude);
