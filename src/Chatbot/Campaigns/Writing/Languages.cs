namespace Chatbot.Campaigns.Writing;

/// <summary>Languages that citizens of a commune speak. Data, not code: more are added by a line.</summary>
/// <remarks>Tags of IETF BCP 47 (ISO 639); names as in the list of the 54 peoples of Vietnam (Quyết định 121-TCTK/PPCĐ, 2 March 1979).</remarks>
public static class Languages
{
    public const string Vietnamese = "vi";

    public static IReadOnlyList<(string Tag, string Name)> All { get; } =
    [
        (Vietnamese, "Tiếng Việt"), ("tyz", "Tiếng Tày"), ("blt", "Tiếng Thái"), ("mtq", "Tiếng Mường"), ("km", "Tiếng Khmer"), ("hmn", "Tiếng Mông"),
        ("nut", "Tiếng Nùng"), ("ium", "Tiếng Dao"), ("jra", "Tiếng Gia Rai"), ("rad", "Tiếng Ê Đê"), ("bdq", "Tiếng Ba Na"), ("cjm", "Tiếng Chăm"),
        ("sed", "Tiếng Xơ Đăng"), ("kpm", "Tiếng Cơ Ho"), ("hre", "Tiếng Hrê"), ("en", "Tiếng Anh"),
    ];

    public static bool IsKnown(string tag) => All.Any(language => language.Tag == tag);

    /// <returns>The tag itself: not in the list.</returns>
    public static string NameOf(string tag) => All.FirstOrDefault(language => language.Tag == tag) is { Name: { } name } ? name : tag;
}
