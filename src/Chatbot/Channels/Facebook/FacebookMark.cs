namespace Chatbot.Channels.Facebook;

/// <summary>Our mark in <c>metadata</c>: the platform returns it with the echo, so a message of ours is known even before its send was answered.</summary>
internal static class FacebookMark
{
    private const string Prefix = "chatbot:";

    public static string Write(string correlation) => Prefix + correlation;

    /// <returns>Null: not our mark.</returns>
    public static string? Read(string metadata) =>
        metadata.StartsWith(Prefix, StringComparison.Ordinal) && metadata.Length > Prefix.Length ? metadata[Prefix.Length..] : null;
}
