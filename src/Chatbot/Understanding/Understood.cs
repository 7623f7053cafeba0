namespace Chatbot.Understanding;

/// <summary>What a message means, as far as text alone can tell.</summary>
/// <param name="Candidates">Best first, up to ten; empty unless the handling is procedure, faq or clarify.</param>
/// <param name="Confidence">0 to 1: the share of such answers that were right when the weights were trained.</param>
public sealed record Understood(Handling Handling, Aspect Aspect, IReadOnlyList<Candidate> Candidates, double Confidence)
{
    /// <summary>null unless the handling is faq.</summary>
    public string? FaqId { get; init; }

    /// <summary>Needs beyond the first one in the same message, in the order they were written; usually empty.</summary>
    public IReadOnlyList<Need> MoreNeeds { get; init; } = [];

    /// <summary>null unless the handling is emergency.</summary>
    public EmergencyLine? Emergency { get; init; }

    /// <summary>null: nothing was asked of the bot itself.</summary>
    public Command? Command { get; init; }

    /// <summary>null: the message holds no number of a dossier.</summary>
    public string? DossierNumber { get; init; }

    /// <summary>Names of places in the message, with the commune or province they belong to since 1 July 2025.</summary>
    public IReadOnlyList<PlaceName> Places { get; init; } = [];

    /// <summary>A rule or an example told what it is; false: it was found by ranking, or nothing was found.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>A rule that gives way to no procedure told what it is: what officials teach does not change it.</summary>
    public bool IsByRule { get; init; }

    /// <summary>Off-topic without a doubt: nobody need be asked about it, and nothing is to be learnt from it.</summary>
    public bool IsSurelyOther => Handling == Handling.OutOfScope && IsRecognised && Confidence >= SureOfOther;

    /// <summary>From here on a recognised message is surely what it was recognised as.</summary>
    public const double SureOfOther = 0.9;

    public static readonly Understood Nothing = new(Handling.OutOfScope, Aspect.General, [], 0);
}

/// <param name="Score">0 to 1, comparable within one message only.</param>
public sealed record Candidate(string Code, double Score);

/// <summary>One of several things asked for in one message.</summary>
public sealed record Need(Aspect Aspect, IReadOnlyList<Candidate> Candidates);

/// <param name="Written">As the citizen wrote it.</param>
/// <param name="Today">The unit's name since the merger; the same as written when it was not merged or is not known.</param>
public sealed record PlaceName(string Written, string Today)
{
    /// <summary>The day since when it belongs there; null when the list does not say.</summary>
    public DateOnly? Since { get; init; }
}
