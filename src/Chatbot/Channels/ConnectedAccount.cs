namespace Chatbot.Channels;

/// <summary>An account as it was last read: its row and its token in clear, in memory only.</summary>
/// <param name="Row">A snapshot; changing it changes nothing.</param>
/// <param name="AccessToken">Null: not authorised yet, or no longer readable.</param>
public sealed record ConnectedAccount(ChannelAccount Row, string? AccessToken)
{
    // Keeps the token out of logs and exception texts.
    public override string ToString() => $"{Row.Channel} account {Row.Id}";
}

/// <summary>An account as the settings name it.</summary>
/// <param name="AccessToken">Empty: only the refresh token is known.</param>
/// <param name="RefreshToken">Null: none (Facebook).</param>
/// <param name="TokenLife">What to assume of the token's life, as its age is unknown; null: it does not expire by time.</param>
public sealed record AccountSeed(string PlatformId, string AccessToken, string? RefreshToken, TimeSpan? TokenLife)
{
    public override string ToString() => $"account {PlatformId} of the settings";
}
