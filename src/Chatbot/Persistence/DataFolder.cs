namespace Chatbot.Persistence;

/// <summary>Where this deployment keeps files unless settings say otherwise: service and command line find the same place, whatever folder they are started in.</summary>
public static class DataFolder
{
    /// <summary>Setting; empty: in a checkout the folder <c>data</c> beside the solution, elsewhere <c>data</c> in the current folder.</summary>
    public const string Setting = "DataFolder";

    public static string Of(string? setting) =>
        !string.IsNullOrWhiteSpace(setting) ? Path.GetFullPath(setting) : Path.Combine(Checkout() ?? Directory.GetCurrentDirectory(), "data");

    private static string? Checkout()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Chatbot.sln"))) return at.FullName;
        return null;
    }
}
