using System.Reflection;
using System.Resources;
using Chatbot.Web.Console;

namespace Chatbot.Tests.Console;

/// <summary>Every text class and its resource file say the same.</summary>
public sealed class ConsoleTextsTests
{
    public static TheoryData<Type> Classes =>
        [.. typeof(ConsoleTexts).Assembly.GetTypes().Where(t => t.Name.EndsWith("Texts", StringComparison.Ordinal) && t.Namespace!.StartsWith("Chatbot.Web.Console", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Each_entry_has_a_name_and_each_name_an_entry(Type texts)
    {
        using var set = new ResourceManager(texts).GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var entries = set.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
        var members = texts.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false }).ToList();
        Assert.Equal(entries.Keys.Order(StringComparer.Ordinal), members.Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.All(members, member => Assert.Equal(member is MethodInfo method ? method.GetParameters().Length : 0, Holes(entries[member.Name])));
        Assert.All(entries.Values, text => Assert.NotEmpty(text));
    }

    private static int Holes(string text) => Enumerable.Range(0, 9).Count(i => text.Contains($"{{{i}}}", StringComparison.Ordinal));
}
