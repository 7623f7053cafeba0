namespace Chatbot.Channels.Facebook;

/// <summary>Get Started, greeting, menu and ice breakers of a Page, as requests to the Messenger Profile API.</summary>
/// <remarks>Payloads are words that the bot knows; buttons stay pressable for ever, so they never change their meaning.</remarks>
public static class FacebookProfile
{
    public const string GetStarted = "#batdau";

    public static readonly IReadOnlyList<FacebookMenuItem> BuiltInMenu =
    [
        new() { Title = "Thủ tục thường gặp", Payload = "#thuonggap" },
        new() { Title = "Gặp cán bộ", Payload = "#gap" },
        new() { Title = "Địa chỉ, giờ làm việc", Payload = "#coquan" },
    ];

    public static readonly IReadOnlyList<string> BuiltInIceBreakers =
    [
        "Đăng ký khai sinh cần giấy tờ gì?", "Chứng thực bản sao ở đâu?", "Xác nhận tình trạng hôn nhân mất bao lâu?",
        "Giờ làm việc của bộ phận một cửa?",
    ];

    /// <summary>Must be set before the menu: the platform refuses a menu without Get Started.</summary>
    public static FacebookProfileBody First(FacebookProfileOptions options) => new()
    {
        GetStarted = new(GetStarted),
        Greeting = [new("default", options.Greeting)],
    };

    public static FacebookProfileBody Second(FacebookProfileOptions options) => new()
    {
        PersistentMenu = [new("default", false, [.. Menu(options).Select(item => new FacebookButton("postback", item.Title) { Payload = item.Payload })])],
        // A press posts the question as the citizen's text and comes back as a postback with it.
        IceBreakers = [new([.. IceBreakers(options).Select(question => new FacebookIceBreaker(question, question))], "default")],
    };

    private static IReadOnlyList<FacebookMenuItem> Menu(FacebookProfileOptions options) => options.Menu.Count > 0 ? options.Menu : BuiltInMenu;

    private static IReadOnlyList<string> IceBreakers(FacebookProfileOptions options) =>
        options.IceBreakers.Count > 0 ? options.IceBreakers : BuiltInIceBreakers;
}
