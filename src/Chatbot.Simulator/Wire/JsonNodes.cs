using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Wire;

internal static class JsonNodes
{
    /// <summary>The member as text; empty when missing.</summary>
    public static string String(this JsonObject node, string name) => node[name]?.ToString() ?? "";
}
