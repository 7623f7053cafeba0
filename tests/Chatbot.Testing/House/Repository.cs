namespace Chatbot.Testing.House;

/// <summary>Where the project and the shared folder beside it lie on this machine.</summary>
public static class Repository
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    /// <summary>The folder <c>shared</c> beside the project; null: this clone has none, and tests that need it are skipped aloud.</summary>
    public static string? Shared { get; } = SharedBeside(Root);

    private static string Up(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (!File.Exists(Path.Combine(at.FullName, "Chatbot.sln")))
            at = at.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout (no Chatbot.sln above them).");
        return at.FullName;
    }

    private static string? SharedBeside(string root)
    {
        var shared = Path.GetFullPath(Path.Combine(root, "..", "shared"));
        return Directory.Exists(shared) ? shared : null;
    }
}
