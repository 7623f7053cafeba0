namespace Chatbot.Hotline.Deadlines;

/// <summary>A deadline that runs: its end, and when half and four fifths of its working time have passed.</summary>
/// <param name="IsFirm">False: it reaches into a year whose holidays are not decreed yet, so its end may still move.</param>
public sealed record Deadline(string RuleId, DateTimeOffset From, DateTimeOffset HalfAt, DateTimeOffset NearAt, DateTimeOffset DueAt, bool IsFirm);
