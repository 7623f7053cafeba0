namespace Chatbot.Understanding.Rules;

/// <summary>The meanings that rules and examples are labelled with: a handling, a detail, and ? when a clear procedure wins over it, ! when nothing does.</summary>
public static class Meanings
{
    /// <summary>The rule of messages that name a matter but nothing that is wanted of it.</summary>
    public const string Vague = "clarify ?";

    /// <exception cref="ArgumentException">The meaning begins with no handling.</exception>
    public static Handling HandlingOf(string meaning) =>
        Wire.HandlingOf(meaning.Split(' ')[0]) ?? throw new ArgumentException($"'{meaning}' begins with no handling.", nameof(meaning));

    public static bool IsWeak(string meaning) => meaning.EndsWith('?');

    /// <summary>Believed whatever else the message sounds like.</summary>
    public static bool IsFirm(string meaning) => meaning.EndsWith('!');

    /// <summary>General questions that rules and examples name for every office, whatever entries its catalogue has, and the shipped entry that answers each.</summary>
    public static readonly IReadOnlyDictionary<string, string> FaqTopics = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["office-hours"] = "gio-lam-viec",
        ["office-contact"] = "dia-chi-mot-cua",
        ["online-levels"] = "toan-trinh-mot-phan",
        ["payment"] = "thanh-toan-online",
        ["portal-account"] = "dang-nhap-cong",
        ["post-return"] = "buu-chinh",
    };

    /// <summary>A command that changes what the citizen gets: never read out of words that are only somewhat alike.</summary>
    public static bool IsOrder(string meaning) =>
        meaning is "smalltalk stop-messages" or "smalltalk resume-messages" or "smalltalk delete-my-data" or "smalltalk back-to-bot";

    /// <param name="meaning">For example "emergency 115", "smalltalk thanks ?", "faq office-hours", "out_of_scope".</param>
    public static Understood ToUnderstood(string meaning, double confidence)
    {
        var parts = meaning.TrimEnd('?', '!', ' ').Split(' ');
        var handling = HandlingOf(meaning);
        var detail = parts.Length > 1 ? parts[1] : "";
        return new(handling, handling == Handling.Escalate && detail == "status" ? Aspect.Status : Aspect.General, CodesOf(handling, parts), confidence)
        {
            Emergency = handling == Handling.Emergency ? Enum.Parse<EmergencyLine>(detail) : null,
            Command = CommandOf(handling, detail),
            FaqId = handling == Handling.Faq ? detail : null,
            IsRecognised = true,
        };
    }

    private static IReadOnlyList<Candidate> CodesOf(Handling handling, string[] parts) =>
        handling == Handling.Faq && parts.Length > 2 ? [new(parts[2], 1)] : [];

    private static Command? CommandOf(Handling handling, string detail) => handling switch
    {
        Handling.Smalltalk or Handling.Escalate when Enum.TryParse<Command>(detail.Replace("-", "", StringComparison.Ordinal), true, out var command) => command,
        _ => null,
    };
}
