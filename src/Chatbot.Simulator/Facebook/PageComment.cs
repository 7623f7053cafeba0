namespace Chatbot.Simulator.Facebook;

/// <summary>A comment under a post, or an answer to a comment.</summary>
/// <param name="parentId">The post's or the comment's id.</param>
public sealed class PageComment(string id, string postId, string parentId, string authorId, string authorName, string message, DateTimeOffset createdAt)
{
    public string Id => id;

    public string PostId => postId;

    public string ParentId => parentId;

    public string AuthorId => authorId;

    public string AuthorName => authorName;

    public string Message { get; internal set; } = message;

    public DateTimeOffset CreatedAt => createdAt;

    public bool IsHidden { get; internal set; }

    /// <summary>Empty: no picture.</summary>
    public string PhotoUrl { get; init; } = "";

    /// <summary>The citizen who wrote it; empty: the Page.</summary>
    public string CitizenKey { get; init; } = "";

    internal bool IsDeleted { get; set; }

    /// <summary>Null: nobody has, neither the service nor an official.</summary>
    internal DateTimeOffset? RepliedPrivatelyAt { get; set; }
}
