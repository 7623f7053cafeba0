namespace Chatbot.Simulator.Zalo;

/// <summary>A template of paid messages; Zalo reviews it before it can be sent.</summary>
/// <param name="Tag">1 transaction, 2 customer care, 3 promotion.</param>
/// <param name="Parameters">Names, each with its longest value; all are required.</param>
public sealed record ZbsTemplate(string Id, string Name, int Tag, IReadOnlyDictionary<string, int> Parameters, DateTimeOffset CreatedAt)
{
    /// <summary><c>PENDING_REVIEW</c>, <c>ENABLE</c>, <c>REJECT</c> or <c>DISABLE</c>.</summary>
    public string Status { get; init; } = "ENABLE";

    public string Reason { get; init; } = "";

    /// <summary><c>HIGH</c>, <c>MEDIUM</c>, <c>LOW</c> or <c>UNDEFINED</c>.</summary>
    public string Quality { get; init; } = "UNDEFINED";

    /// <summary>VND a message.</summary>
    public int Price { get; init; } = 200;

    /// <summary>One-time passwords and templates with an answer cannot go to an OA user id.</summary>
    public bool IsOtp { get; init; }

    public bool AsksForAnswer { get; init; }

    /// <summary>Null: no limit of its own.</summary>
    public int? DailyQuota { get; init; }
}
