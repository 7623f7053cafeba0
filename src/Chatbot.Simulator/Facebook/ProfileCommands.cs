using System.Text.Json;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The <c>commands</c> of a Messenger profile: names without a slash, each with a line of description.</summary>
internal static class ProfileCommands
{
    private const int Most = 100;
    private const int NameLimit = 32;
    private const int DescriptionLimit = 64;

    public static GraphReply? Refuse(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return GraphErrors.Bad("Invalid commands");
        foreach (var locale in value.EnumerateArray())
        {
            var commands = locale.Items("commands").ToList();
            if (commands.Count == 0) return GraphErrors.Make(194, null, "(#194) Param commands has too few elements.");
            if (commands.Count > Most) return GraphErrors.TooMany("commands");
            if (commands.Exists(c => c.Text("name") is not { Length: > 0 and <= NameLimit } name || name.StartsWith('/'))) return GraphErrors.TooLong("commands[name]", NameLimit);
            if (commands.Exists(c => c.Text("description").Length is 0 or > DescriptionLimit)) return GraphErrors.TooLong("commands[description]", DescriptionLimit);
        }

        return null;
    }
}
