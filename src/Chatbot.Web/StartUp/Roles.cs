namespace Chatbot.Web.StartUp;

/// <summary>What this process does: takes webhooks and shows pages (web), answers and runs jobs (worker), or both.</summary>
public sealed record Roles(bool ServesWeb, bool Works)
{
    public const string Setting = "Roles";

    /// <exception cref="InvalidOperationException">Neither, or a word that is no role; the message names the setting.</exception>
    public static Roles Of(IConfiguration configuration)
    {
        var words = (configuration[Setting] ?? "web,worker").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Except(["web", "worker"], StringComparer.OrdinalIgnoreCase).Any())
            throw new InvalidOperationException($"{Setting} must be \"web\", \"worker\" or \"web,worker\".");
        return new Roles(words.Contains("web", StringComparer.OrdinalIgnoreCase), words.Contains("worker", StringComparer.OrdinalIgnoreCase));
    }
}
