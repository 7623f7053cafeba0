using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Zalo;

/// <summary>An article of an OA: what a broadcast carries.</summary>
/// <param name="Type"><c>normal</c> or <c>video</c>.</param>
public sealed record ZaloArticle(string Id, string Type, string Title, string Description, bool IsShown, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, JsonObject Content);
