using System.Globalization;

namespace Chatbot.Testing.Databases;

/// <summary>Where the programs of a PostgreSQL server (15 or newer) lie on this machine.</summary>
public static class PostgresBinaries
{
    public const string Missing = "PostgreSQL is not on this machine; `bash tests/run.sh` installs it";

    private const string DebianRoot = "/usr/lib/postgresql";

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Null: not on this machine.</summary>
    public static string? Folder => Found.Value;

    private static string? Find() => DebianFolders().Concat(SearchPath()).FirstOrDefault(HoldsServer);

    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists(DebianRoot)
            ? Directory.GetDirectories(DebianRoot).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static IEnumerable<string> SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static bool HoldsServer(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));

    private static int Version(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
