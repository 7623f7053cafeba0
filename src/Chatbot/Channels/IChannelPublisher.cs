namespace Chatbot.Channels;

/// <summary>One platform's way to tell everybody at once: a Page post, an article that goes to all followers.</summary>
public interface IChannelPublisher
{
    Channel Channel { get; }

    /// <summary>What must be there before it is published; nobody sees anything of it, so it may be repeated.</summary>
    /// <param name="accountId">Our own id of the account.</param>
    /// <param name="post">What is published.</param>
    /// <param name="begun">What an earlier call has begun; null: nothing yet.</param>
    /// <param name="ct">Cancellation.</param>
    Task<Preparation> PrepareAsync(Guid accountId, PublicPost post, string? begun, CancellationToken ct);

    /// <summary>Publishes once. An uncertain end is <see cref="SendOutcome.Unknown"/> and is never repeated.</summary>
    /// <param name="accountId">Our own id of the account.</param>
    /// <param name="post">What is published.</param>
    /// <param name="prepared">Of <see cref="Preparation.Ready"/>.</param>
    /// <param name="ct">Cancellation.</param>
    Task<SendOutcome> PublishAsync(Guid accountId, PublicPost post, string prepared, CancellationToken ct);
}

/// <param name="Title">Empty: none (not for an article).</param>
/// <param name="PictureUrl">Empty: none (not for an article).</param>
/// <param name="Author">Office in whose name it is written.</param>
public sealed record PublicPost(string Title, string Text, string PictureUrl, string Author)
{
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Which followers an article goes to; null: all. (A post has no such thing.)</summary>
    public BroadcastTarget? Target { get; init; }
}

/// <summary>Exactly one is set. Ready: may be published now. Begun: ask again later. Failed: Throttled may be tried again, Refused not.</summary>
public sealed record Preparation(string? Ready, string? Begun, SendOutcome? Failed)
{
    public static Preparation Done(string ready) => new(ready, null, null);

    public static Preparation Waits(string begun) => new(null, begun, null);

    public static Preparation Failure(SendOutcome outcome) => new(null, null, outcome);
}
