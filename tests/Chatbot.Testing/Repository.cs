namespace Chatbot.Testing;

/// <summary>The checkout that the tests run from.</summary>
public static class Repository
{
    /// <summary>Folder of <c>Chatbot.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Chatbot.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("The tests do not run inside a checkout of the repository.");
    }
}
