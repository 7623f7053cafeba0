namespace Chatbot.Simulator.Facebook;

/// <summary>A post on a Page, by the Page or by a visitor.</summary>
/// <param name="kind"><c>status</c>, <c>photo</c>, <c>video</c> or <c>post</c> (a visitor's).</param>
public sealed class PagePost(string id, string kind, string authorId, string authorName, string message, string link, DateTimeOffset createdAt)
{
    public string Id => id;

    public string Kind => kind;

    public string AuthorId => authorId;

    public string AuthorName => authorName;

    public string Message { get; internal set; } = message;

    public string Link => link;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; internal set; } = createdAt;

    public bool IsPublished { get; internal set; }

    /// <summary>Null: not waiting to be published.</summary>
    public DateTimeOffset? ScheduledFor { get; internal set; }

    /// <summary>The citizen who wrote it; empty: the Page.</summary>
    public string CitizenKey { get; init; } = "";

    internal bool IsDeleted { get; set; }

    internal DateTimeOffset? RepliedPrivatelyAt { get; set; }
}
