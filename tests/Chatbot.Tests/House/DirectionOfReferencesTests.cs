using System.Text.RegularExpressions;
using Chatbot.Testing.House;

namespace Chatbot.Tests.House;

/// <summary>Between the library's folders references point one way; the compiler cannot keep it, so this does.</summary>
public sealed partial class DirectionOfReferencesTests
{
    private static readonly string[] Everywhere = ["Persistence"];

    /// <summary>Who may know whom. Persistence names no entity: only its migrations and start values name tables and ids.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Understanding"] = [],
        ["Officials"] = [],
        ["Persistence"] = [],
        ["Persistence/Migrations"] = ["Officials", "Messaging", "Channels", "Catalogue", "Conversations", "Hotline"],
        ["Catalogue"] = ["Understanding", "Officials"],
        ["Radio"] = ["Understanding", "Catalogue", "Officials"],
        ["Channels"] = ["Officials"],
        ["Messaging"] = ["Channels", "Officials"],
        ["Hotline"] = ["Messaging", "Channels", "Catalogue", "Understanding", "Officials"],
        ["Conversations"] = ["Messaging", "Channels", "Understanding", "Catalogue", "Hotline", "Campaigns", "Officials"],
        ["LanguageModel"] = ["Understanding"],
        ["Learning"] = ["Conversations", "Hotline", "Messaging", "Channels", "Catalogue", "Understanding", "Officials"],
        ["Reports"] = ["Messaging", "Channels", "Understanding", "Catalogue", "Hotline", "Conversations", "Officials"],
        ["Campaigns"] = ["Messaging", "Channels", "Officials", "Hotline"],
        ["Outreach"] = ["Campaigns", "Messaging", "Channels", "Catalogue", "Officials"],
    };

    [Fact]
    public void References_between_folders_point_one_way()
    {
        var wrong = from file in Sources()
                    let folder = FolderOf(file)
                    from used in UsedFolders(file)
                    where used != folder.Split('/')[0] && !Everywhere.Contains(used) && !Allowed[folder].Contains(used)
                    select $"{Path.GetRelativePath(Library, file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Understanding_knows_nobody_and_does_no_io() =>
        Assert.Empty(from file in Sources()
                     where FolderOf(file) == "Understanding"
                     from line in File.ReadLines(file)
                     where line.StartsWith("using Chatbot.", StringComparison.Ordinal) && !line.StartsWith("using Chatbot.Understanding", StringComparison.Ordinal)
                         || line.Contains("File.", StringComparison.Ordinal) || line.Contains("HttpClient", StringComparison.Ordinal)
                     select $"{file}: {line}");

    private static string Library => Path.Combine(Repository.Root, "src", "Chatbot");

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => Path.GetRelativePath(Library, file).Contains('/'));

    private static string FolderOf(string file)
    {
        var path = Path.GetRelativePath(Library, file).Replace('\\', '/');
        return path.StartsWith("Persistence/Migrations/", StringComparison.Ordinal) ? "Persistence/Migrations" : path.Split('/')[0];
    }

    private static IEnumerable<string> UsedFolders(string file) =>
        File.ReadLines(file).Select(line => Using().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^using (?:static )?Chatbot\.(\w+)")]
    private static partial Regex Using();
}
