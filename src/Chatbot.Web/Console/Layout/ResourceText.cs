using System.Globalization;
using System.Resources;

namespace Chatbot.Web.Console.Layout;

/// <summary>Words by name.</summary>
internal static class ResourceText
{
    /// <exception cref="InvalidOperationException">No such entry.</exception>
    public static string Text(this ResourceManager resources, string name, params ReadOnlySpan<object> values)
    {
        var text = resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"{resources.BaseName} has no entry {name}");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
