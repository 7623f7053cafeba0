using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary>A utility template: one text in one language of one Page, reviewed by the platform. It cannot be edited, only deleted.</summary>
/// <param name="Parameters">Placeholders of the body in their order: <c>1</c>, <c>2</c>, or names.</param>
/// <param name="PostbackButtons">Buttons that need a payload in every send.</param>
public sealed record UtilityTemplate(
    string Id, string PageId, string Name, string Language, IReadOnlyList<string> Parameters, int PostbackButtons, bool IsNamed, string Body, JsonArray Components)
{
    /// <summary><c>PENDING</c>, <c>APPROVED</c>, <c>REJECTED</c>, <c>PAUSED</c> or <c>DISABLED</c>.</summary>
    public string Status { get; init; } = "PENDING";

    /// <summary>Why it was rejected; empty otherwise.</summary>
    public string Reason { get; init; } = "";
}
