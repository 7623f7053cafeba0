namespace Chatbot.Cli;

/// <summary>Options of a verb: <c>--name value</c>, or <c>--name</c> alone for a switch.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    public Arguments(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (!values.TryGetValue(name, out var list))
            {
                values[name] = list = [];
            }

            if (name.Length == 0)
            {
                list.Add(args[i]);
            }
            else if (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                list.Add(args[++i]);
            }
        }
    }

    public bool Has(string name) => values.ContainsKey(name);

    /// <returns>null when the option was not given or has no value.</returns>
    public string? Get(string name) => values.GetValueOrDefault(name)?.FirstOrDefault();

    /// <summary>All values of an option that may be repeated.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    /// <returns>The names that are missing, for the message to the caller; empty when all are there.</returns>
    public IReadOnlyList<string> Missing(params string[] names) => [.. names.Where(n => Get(n) is null)];
}
