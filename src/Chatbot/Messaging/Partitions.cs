namespace Chatbot.Messaging;

/// <summary>Conversations are shared out among processes in fixed shares; one process owns a share at a time, so a conversation has one worker and its events one order.</summary>
public static class Partitions
{
    /// <summary>Number of shares; changing it needs an empty inbox and outbox.</summary>
    public const int Count = 32;

    /// <returns>0 to <see cref="Count"/> - 1, the same on every machine (FNV-1a over the characters).</returns>
    public static int Of(string accountId, string citizenId)
    {
        var hash = Add(Add(2166136261, accountId), citizenId);
        return (int)((hash ^ (hash >> 16)) % Count);
    }

    private static uint Add(uint hash, string text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * 16777619;
        return hash;
    }
}
