namespace Chatbot.Understanding.Masking;

/// <summary>A text without personal data, and what was taken out of it.</summary>
/// <param name="Original">The text as it was read: composed (NFC), without invisible signs; the findings point into it.</param>
/// <param name="Text">The same with a mark such as "[số điện thoại]" for each finding.</param>
/// <param name="Findings">In the order of the text, never overlapping.</param>
public sealed record Masked(string Original, string Text, IReadOnlyList<Finding> Findings);

/// <summary>One masked piece.</summary>
/// <param name="Start">UTF-16 position in <see cref="Masked.Original"/>.</param>
/// <param name="Length">At least 1.</param>
/// <param name="Reason">Rule that found it, for the person who checks: "sau từ ông", "12 chữ số" …</param>
public sealed record Finding(PersonalKind Kind, int Start, int Length, string Reason);
