using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The posts of a Page and what stands under them.</summary>
public sealed class PageWall
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, PagePost> posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageComment> comments = new(StringComparer.Ordinal);

    /// <summary>Newest first, without deleted ones.</summary>
    public IReadOnlyList<PagePost> Posts
    {
        get
        {
            lock (gate) return [.. posts.Values.Where(p => !p.IsDeleted).OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Under a post or a comment, oldest first, without deleted ones.</summary>
    public IReadOnlyList<PageComment> CommentsUnder(string parentId)
    {
        lock (gate) return [.. comments.Values.Where(c => !c.IsDeleted && c.ParentId == parentId).OrderBy(c => c.CreatedAt)];
    }

    /// <returns>Null when there is none, or it was deleted.</returns>
    public PagePost? Post(string id)
    {
        lock (gate) return posts.GetValueOrDefault(id) is { IsDeleted: false } post ? post : null;
    }

    /// <returns>Null when there is none, or it was deleted.</returns>
    public PageComment? Comment(string id)
    {
        lock (gate) return comments.GetValueOrDefault(id) is { IsDeleted: false } comment ? comment : null;
    }

    /// <summary>Ids are new in every run: the service remembers those it has seen.</summary>
    internal static string NewPostId(string pageId) => pageId + "_" + Ids.Digits(15, "post", Ids.Opaque(12));

    internal static string NewCommentId(string postId) => postId.Split('_')[^1] + "_" + Ids.Digits(15, "comment", Ids.Opaque(12));

    internal PagePost Add(PagePost post)
    {
        lock (gate) return posts[post.Id] = post;
    }

    internal PageComment Add(PageComment comment)
    {
        lock (gate) return comments[comment.Id] = comment;
    }

    /// <summary>The Page's post before this moment, deleted or not.</summary>
    internal PagePost? Latest(string authorId)
    {
        lock (gate) return posts.Values.Where(p => p.AuthorId == authorId).MaxBy(p => p.CreatedAt);
    }
}
