using System.Collections;
using System.Reflection;
using System.Text.Json;
using Chatbot.Channels;
using Chatbot.Testing.House;
using Chatbot.Web.Health;
using Microsoft.Extensions.Configuration;

namespace Chatbot.Tests.Settings;

/// <summary><c>appsettings.example.json</c> and the options classes say the same.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly string File = Path.Combine(Repository.Root, "appsettings.example.json");

    // Read by name, without an options class.
    private static readonly string[] Plain =
        ["ConnectionStrings:Chatbot", "DataFolder", "Roles", "Urls", "Secrets:KeysFolder", "StandIns:Port"];

    private static readonly Dictionary<string, Type> Sections = OptionsClasses();

    [Fact]
    public void Every_option_is_in_the_example_and_nothing_else_is()
    {
        var known = Sections.SelectMany(section => Leaves(section.Value, section.Key)).Concat(Plain).Order(StringComparer.Ordinal);

        Assert.Equal(known, Written().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_shows_the_defaults()
    {
        var example = new ConfigurationBuilder().AddJsonFile(File).Build();
        foreach (var (name, type) in Sections)
            AssertDefaults(example.GetSection(name), type, Activator.CreateInstance(type)!);
    }

    private static void AssertDefaults(IConfigurationSection section, Type type, object defaults)
    {
        var bound = section.Get(type)!;
        foreach (var property in Settable(type).Where(p => ItemOf(p.PropertyType) is null))
        {
            var (expected, actual) = (property.GetValue(defaults), property.GetValue(bound));
            var isPart = IsPart(property.PropertyType);
            if (isPart) AssertDefaults(section.GetSection(property.Name), property.PropertyType, expected!);
            else if (expected is not null) Assert.True(expected.Equals(actual), $"{section.Path}:{property.Name} shows {actual}, the default is {expected}");
        }
    }

    private static Dictionary<string, Type> OptionsClasses()
    {
        var classes = new[] { typeof(ChannelOptions).Assembly, typeof(HealthOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Options", StringComparison.Ordinal)).ToList();
        var parts = classes.SelectMany(Settable).Select(p => p.PropertyType).ToHashSet();
        return classes.Where(t => !parts.Contains(t)).ToDictionary(SectionOf);
    }

    private static string SectionOf(Type type) =>
        type.GetField("Section")?.GetValue(null) as string ?? type.Name[..^"Options".Length];

    private static IEnumerable<string> Leaves(Type type, string path)
    {
        foreach (var property in Settable(type))
        {
            var at = $"{path}:{property.Name}";
            var inside = ItemOf(property.PropertyType) ?? property.PropertyType;
            if (!IsPart(inside)) yield return at;
            else foreach (var leaf in Leaves(inside, at)) yield return leaf;
        }
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && (p.CanWrite || (p.CanRead && p.PropertyType.IsGenericType && ItemOf(p.PropertyType) is not null)));

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static bool IsPart(Type type) => type.IsClass && type.Assembly.GetName().Name!.StartsWith("Chatbot", StringComparison.Ordinal);

    private static HashSet<string> Written()
    {
        var reading = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(File), reading);
        return [.. Paths(document.RootElement, "").Where(path => !path.StartsWith("Logging:", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, path.Length == 0 ? p.Name : $"{path}:{p.Name}")),
        JsonValueKind.Array when element.GetArrayLength() > 0 => element.EnumerateArray().SelectMany(item => Paths(item, path)),
        _ => [path],
    };
}
