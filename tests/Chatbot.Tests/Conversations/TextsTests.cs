using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Chatbot.Conversations;
using Chatbot.Testing.House;

namespace Chatbot.Tests.Conversations;

/// <summary>What citizens read is in the resource file, all of it and nothing else.</summary>
public sealed partial class TextsTests
{
    private static readonly Type Texts = typeof(CitizenEraser).Assembly.GetType("Chatbot.Conversations.Texts")!;

    private static IReadOnlyDictionary<string, string> Entries { get; } = XDocument.Load(Path.Combine(Repository.Root, "src/Chatbot/Conversations/Texts.resx"))
        .Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    private static IReadOnlyList<MethodInfo> Members { get; } =
        [.. Texts.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == typeof(string) && m.Name != "Day")];

    [Fact]
    public void Every_name_has_its_words_and_takes_all_their_arguments()
    {
        foreach (var member in Members)
        {
            var name = member.Name.Replace("get_", "", StringComparison.Ordinal);
            var words = Assert.Contains(name, Entries);
            var marks = Marks().Matches(words).Select(m => m.Value).Distinct().Count();
            Assert.True(marks == member.GetParameters().Length, $"{name} takes {member.GetParameters().Length} arguments, its text uses {marks}");
        }
    }

    [Fact]
    public void No_words_are_left_that_nobody_says()
    {
        var names = Members.Select(m => m.Name.Replace("get_", "", StringComparison.Ordinal)).Concat(Enumerable.Range(0, 7).Select(day => $"Day{day}"));
        Assert.Empty(Entries.Keys.Except(names));
    }

    [Fact]
    public void Every_name_is_used()
    {
        var code = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Chatbot/Conversations"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "Texts.cs").Select(File.ReadAllText));
        Assert.DoesNotContain(Members.Select(m => m.Name.Replace("get_", "", StringComparison.Ordinal)), name => !code.Contains($"Texts.{name}", StringComparison.Ordinal));
    }

    [Fact]
    public void No_Vietnamese_is_written_in_the_code_of_the_talk()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Chatbot/Conversations"), "*.cs", SearchOption.AllDirectories);
        // Knowledge.cs names the levels as the portal does, for the matcher; nobody reads them.
        foreach (var file in files.Where(file => Path.GetFileName(file) != "Knowledge.cs"))
            foreach (var line in File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
                Assert.False(Quoted().Matches(line).Any(m => m.Value.Any(letter => letter is >= 'À' and <= 'ỹ')), $"{Path.GetFileName(file)}: {line.Trim()}");
    }

    [Fact]
    public void Button_titles_fit_the_shorter_channel() =>
        Assert.All(Entries.Where(e => e.Key.StartsWith("Button", StringComparison.Ordinal) || e.Key.StartsWith("Aspect", StringComparison.Ordinal)),
            e => Assert.InRange(e.Value.Length, 1, 20));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Marks();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
