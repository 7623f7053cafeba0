namespace Chatbot.Simulator.Facebook;

/// <summary>One message to who commented or posted on the Page, within seven days; it opens no window until the person answers.</summary>
internal static class PrivateReply
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <param name="citizenKey">Empty: written by the Page.</param>
    /// <param name="repliedAt">Null: nobody has yet.</param>
    public static GraphReply? Refuse(string citizenKey, DateTimeOffset createdAt, DateTimeOffset? repliedAt, DateTimeOffset now)
    {
        if (citizenKey.Length == 0) return GraphErrors.CannotReply;
        if (repliedAt is not null) return GraphErrors.AlreadyReplied;
        return now - createdAt > Lifetime ? GraphErrors.CommentNotValid : null;
    }
}
