using System.Reflection;
using System.Text.Json;

namespace Chatbot.Simulator.Control;

/// <summary>Changes settings of a running platform by name.</summary>
internal static class SettingsEditor
{
    /// <returns>Empty when everything was set; otherwise the first name or value that does not fit, and nothing after it is set.</returns>
    public static string Apply(object settings, JsonElement values, JsonSerializerOptions options)
    {
        foreach (var member in values.EnumerateObject())
        {
            var property = settings.GetType().GetProperty(member.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is null) return $"No setting {member.Name}.";
            if (Set(settings, property, member.Value, options) is { Length: > 0 } problem) return problem;
        }

        return "";
    }

    private static string Set(object settings, PropertyInfo property, JsonElement value, JsonSerializerOptions options)
    {
        try
        {
            if (property.GetValue(settings) is ICollection<string> names) return Fill(names, value.Deserialize<string[]>(options) ?? []);
            if (!property.CanWrite) return $"Setting {property.Name} cannot be changed.";
            property.SetValue(settings, value.Deserialize(property.PropertyType, options));
            return "";
        }
        catch (JsonException)
        {
            return $"Setting {property.Name} is a {property.PropertyType.Name}.";
        }
    }

    private static string Fill(ICollection<string> names, string[] values)
    {
        names.Clear();
        foreach (var value in values) names.Add(value);
        return "";
    }
}
