using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>What a citizen sees before writing: settings "Facebook:Profile". What is left out keeps the built-in words, which suit a commune office.</summary>
/// <remarks>Limits: greeting 160, menu title 30, at most 4 ice breakers and 20 menu items (Messenger Profile API, read 21 November 2026).</remarks>
public sealed class FacebookProfileOptions
{
    [MaxLength(160, ErrorMessage = "Facebook:Profile:Greeting takes at most 160 characters.")]
    public string Greeting { get; init; } =
        "Xin chào! Đây là trợ lý tự động về thủ tục hành chính. Bấm Bắt đầu, hoặc nhắn việc bạn cần làm, ví dụ: đăng ký khai sinh.";

    /// <summary>Empty: <see cref="FacebookProfile.BuiltInMenu"/>.</summary>
    [MaxLength(20, ErrorMessage = "Facebook:Profile:Menu takes at most 20 items."), ValidateEnumeratedItems]
    public IReadOnlyList<FacebookMenuItem> Menu { get; init; } = [];

    /// <summary>Questions offered in an empty chat; empty: <see cref="FacebookProfile.BuiltInIceBreakers"/>.</summary>
    [MaxLength(4, ErrorMessage = "Facebook:Profile:IceBreakers takes at most 4 questions.")]
    public IReadOnlyList<string> IceBreakers { get; init; } = [];
}

/// <summary>One line of the menu beside the text field.</summary>
public sealed class FacebookMenuItem
{
    [Required, MaxLength(30, ErrorMessage = "Facebook:Profile:Menu: a Title takes at most 30 characters.")]
    public string Title { get; init; } = "";

    /// <summary>What the bot is told, such as <c>#gap</c>, or any text that a citizen might type.</summary>
    [Required, MaxLength(1000, ErrorMessage = "Facebook:Profile:Menu: a Payload takes at most 1,000 characters.")]
    public string Payload { get; init; } = "";
}
