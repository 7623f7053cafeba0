using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Control;

/// <summary>What a person does, as the control API and the page ask for it.</summary>
public sealed record CitizenAct
{
    /// <summary>The person's key.</summary>
    public required string Citizen { get; init; }

    /// <summary>Null: the first OA or Page.</summary>
    public string? Account { get; init; }

    /// <summary><c>text</c>, <c>tap</c>, <c>quick-reply</c>, <c>image</c>, <c>sticker</c>, <c>voice</c>, <c>file</c>, <c>location</c>, <c>follow</c>,
    /// <c>unfollow</c>, <c>open</c>, <c>withdraw</c>, <c>react</c>, <c>edit</c>, <c>submit-info</c>, <c>rate</c>, <c>visitor</c>, <c>official</c>,
    /// <c>official-takes</c>, <c>official-passes</c>, <c>official-requests</c>, <c>ad</c>, <c>ice-breaker</c>, <c>command</c>, <c>checkbox</c>,
    /// <c>notify-me</c>, <c>comment</c>, <c>comment-photo</c>, <c>comment-edit</c>, <c>comment-remove</c>, <c>post</c>, <c>post-react</c>,
    /// <c>official-private-reply</c>, or of the platform itself <c>policy</c>.</summary>
    public required string Act { get; init; }

    /// <summary>Text, caption, file name, place, reaction, link reference, question, topic or policy action, by act.</summary>
    public string Text { get; init; } = "";

    /// <summary>The message, comment or post that the act is about, or the command; null: none.</summary>
    public string? MessageId { get; init; }

    /// <summary>For <c>tap</c> and <c>quick-reply</c>.</summary>
    public ChatButton? Button { get; init; }

    /// <summary>Of a picture; empty: one of the stand-in's own.</summary>
    public string Url { get; init; } = "";

    /// <summary>Degrees north; the default is by Hoàn Kiếm lake.</summary>
    public double Latitude { get; init; } = 21.0285;

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; } = 105.8522;
}
