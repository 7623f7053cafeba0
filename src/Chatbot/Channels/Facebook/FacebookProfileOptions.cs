using System.ComponentModel.DataAnnotations;

namespace Chatbot.Channels.Facebook;

/// <summary>What a citizen sees before writing: settings "Facebook:Profile"; the defaults suit a commune office.</summary>
/// <remarks>Limits: greeting 160, menu title 30, at most 4 ice breakers and 20 menu items (Messenger Profile API, read 21 November 2026).</remarks>
public sealed class FacebookProfileOptions
{
    /// <summary>Sent back when a citizen presses "Bắt đầu"; the bot greets.</summary>
    public const string GetStarted = "GET_STARTED";

    [MaxLength(160, ErrorMessage = "Facebook:Profile:Greeting takes at most 160 characters.")]
    public string Greeting { get; init; } =
        "Xin chào! Đây là trợ lý tự động về thủ tục hành chính. Bấm Bắt đầu hoặc nhắn việc bạn cần làm, ví dụ: đăng ký khai sinh.";

    /// <summary>Titles; a press arrives as if the title had been typed.</summary>
    [MaxLength(20, ErrorMessage = "Facebook:Profile:Menu takes at most 20 items.")]
    public IReadOnlyList<string> Menu { get; init; } = ["Tra cứu thủ tục", "Gặp cán bộ", "Địa chỉ, giờ làm việc"];

    /// <summary>Questions offered in an empty chat.</summary>
    [MaxLength(4, ErrorMessage = "Facebook:Profile:IceBreakers takes at most 4 questions.")]
    public IReadOnlyList<string> IceBreakers { get; init; } =
        ["Đăng ký khai sinh cần giấy tờ gì?", "Chứng thực bản sao ở đâu?", "Xác nhận tình trạng hôn nhân mất bao lâu?", "Gặp cán bộ"];
}
