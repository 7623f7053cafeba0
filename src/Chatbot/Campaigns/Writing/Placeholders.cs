using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing;

/// <summary>Marks in a text that are filled when it is sent, such as <c>{don_vi}</c>.</summary>
public static partial class Placeholders
{
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    public static IReadOnlyList<string> Known { get; } = ["don_vi", "ngay", "thu", "thang"];

    /// <returns>Marks that nobody can fill: misspelt ones would be read by citizens.</returns>
    public static IReadOnlyList<string> UnknownIn(string text) =>
        [.. Mark().Matches(text).Select(match => match.Groups[1].Value).Where(name => !Known.Contains(name)).Distinct()];

    /// <param name="unit">Name of the office that sends.</param>
    /// <param name="day">Local day.</param>
    public static string Fill(string text, string unit, DateOnly day) => Mark().Replace(text, match => match.Groups[1].Value switch
    {
        "don_vi" => unit,
        "ngay" => $"{day.Day:00}/{day.Month:00}/{day.Year:0000}",
        "thu" => Weekdays[(int)day.DayOfWeek],
        "thang" => $"{day.Month:00}/{day.Year:0000}",
        _ => match.Value,
    });

    /// <summary>Each mark with what would stand there on that day.</summary>
    public static IReadOnlyList<(string Mark, string Sample)> Samples(string unit, DateOnly day) => [.. Known.Select(name => ($"{{{name}}}", Fill($"{{{name}}}", unit, day)))];

    [GeneratedRegex(@"\{([a-z_]{2,30})\}")]
    private static partial Regex Mark();
}
