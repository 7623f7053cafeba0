using System.Text.Json.Serialization;

namespace Chatbot.Channels.Facebook;

/// <summary>Body of <c>POST /{page-id}/messages</c>. Absent members are null and are not written.</summary>
/// <remarks>Source: Messenger Platform, Send API (5 May 2026), read 21 November 2026.</remarks>
public sealed record FacebookOutgoing(FacebookPerson Recipient, string MessagingType, FacebookMessage Message)
{
    /// <summary>HUMAN_AGENT, only for an official's own click; null: none. Never part of a stored body: the sender sets it from the row.</summary>
    public string? Tag { get; init; }
}

public sealed record FacebookPerson(string Id);

public sealed record FacebookMessage
{
    public string? Text { get; init; }

    public FacebookTemplateAttachment? Attachment { get; init; }

    public IReadOnlyList<FacebookQuickReply>? QuickReplies { get; init; }

    /// <summary>An approved utility template, see <see cref="FacebookTemplates"/>; null: ordinary words.</summary>
    public FacebookUtilityTemplate? Template { get; init; }

    /// <summary>Comes back with the echo.</summary>
    public string? Metadata { get; init; }
}

public sealed record FacebookTemplateAttachment(FacebookButtonTemplate Payload)
{
    public string Type { get; init; } = "template";
}

/// <summary>Text with one to three buttons; or, with null for both, something that was uploaded.</summary>
public sealed record FacebookButtonTemplate(string? Text, IReadOnlyList<FacebookButton>? Buttons)
{
    public string? TemplateType { get; init; } = "button";

    /// <summary>Of an upload; null: a template.</summary>
    public string? AttachmentId { get; init; }
}

/// <summary>Answer to an upload.</summary>
public sealed record FacebookUploaded(string? AttachmentId);

/// <param name="Type"><c>web_url</c>, <c>postback</c> or <c>phone_number</c>.</param>
public sealed record FacebookButton(string Type, string Title)
{
    public string? Url { get; init; }

    public string? Payload { get; init; }
}

public sealed record FacebookQuickReply(string Title, string Payload)
{
    public string ContentType { get; init; } = "text";
}

/// <summary>Answer to a send.</summary>
public sealed record FacebookSent(string? RecipientId, string? MessageId);

/// <summary>Body of <c>POST /me/messenger_profile</c>; only what is present is overwritten.</summary>
public sealed record FacebookProfileBody
{
    public FacebookGetStarted? GetStarted { get; init; }

    public IReadOnlyList<FacebookGreeting>? Greeting { get; init; }

    public IReadOnlyList<FacebookMenu>? PersistentMenu { get; init; }

    public IReadOnlyList<FacebookIceBreakers>? IceBreakers { get; init; }
}

public sealed record FacebookGetStarted(string Payload);

public sealed record FacebookGreeting(string Locale, string Text);

public sealed record FacebookMenu(string Locale, bool ComposerInputDisabled, IReadOnlyList<FacebookButton> CallToActions);

public sealed record FacebookIceBreakers(IReadOnlyList<FacebookIceBreaker> CallToActions, string Locale);

public sealed record FacebookIceBreaker(string Question, string Payload);

/// <summary>Answer to a change: some calls say <c>success</c> (as a boolean or a string), the profile says <c>result</c>.</summary>
public sealed record FacebookDone(string? Result)
{
    [JsonConverter(typeof(BooleanOrText))] public bool Success { get; init; }
}

public sealed record FacebookPageInfo(string? Id, string? Name);

public sealed record FacebookList<T>(IReadOnlyList<T>? Data);

/// <summary>One app that receives the Page's webhooks.</summary>
public sealed record FacebookSubscription(string? Id, string? Name, IReadOnlyList<string>? SubscribedFields);

public sealed record FacebookTokenInfo(FacebookTokenFacts? Data);

/// <param name="ExpiresAt">Seconds since 1970; 0: never.</param>
/// <param name="Type"><c>PAGE</c>, <c>USER</c> …; null: not told.</param>
public sealed record FacebookTokenFacts(string? AppId, string? Type, bool IsValid, long ExpiresAt, IReadOnlyList<string>? Scopes);

/// <summary>How Graph says no; usually with HTTP 400, sometimes inside 200.</summary>
public sealed record FacebookFailure(FacebookError? Error);

/// <param name="Message">May be in the caller's language and may contradict the code.</param>
/// <param name="ErrorSubcode">Null: none.</param>
public sealed record FacebookError(string? Message, string? Type, int Code, int? ErrorSubcode, bool? IsTransient, string? FbtraceId);
