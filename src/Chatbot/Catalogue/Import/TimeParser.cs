using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>A time cell: "7 Ngày làm việc", "1" (the page shows no unit), "Không quy định" …</summary>
public static partial class TimeParser
{
    /// <summary>Null: the source does not say. A number without a unit keeps <see cref="TimeUnit.Unspecified"/>; the unit is never guessed.</summary>
    public static ProcessingTime? Parse(string cell)
    {
        var text = SourceText.Line(cell);
        if (SourceText.IsNothing(text)) return null;
        var match = Counted().Match(text);
        if (!match.Success) return new ProcessingTime(null, TimeUnit.Unspecified, text);
        var number = decimal.Parse(match.Groups["number"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        var unit = Unit(match.Groups["unit"].Value.ToLowerInvariant());
        if (number == 0) return new ProcessingTime(null, TimeUnit.Unspecified, text);
        return unit == TimeUnit.Unspecified
            ? new ProcessingTime(number, unit, $"{number} (nguồn không ghi đơn vị)")
            : new ProcessingTime(number, unit, $"{number.ToString(CultureInfo.GetCultureInfo("vi-VN"))} {Words(unit)}");
    }

    /// <summary>
    /// A time of the crawl that wrote "ngày" wherever the page's unit was missing or another one ("6 Tháng" became "6 ngày"): the
    /// bare "ngày" is believed only when the page says the same number of days elsewhere.
    /// </summary>
    public static ProcessingTime? ParseCopied(string cell, string page)
    {
        var time = Parse(cell);
        if (time is not { Unit: TimeUnit.Days, Amount: { } amount } || SaysDays(page, amount)) return time;
        return time with { Unit = TimeUnit.Unspecified, Text = $"{time.Text} (đơn vị theo bản chép lại, cần đối chiếu trên Cổng Dịch vụ công)" };
    }

    private static bool SaysDays(string page, decimal amount)
    {
        foreach (Match days in DaysInText().Matches(page))
            if (decimal.TryParse(days.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said == amount) return true;
        return false;
    }

    private static TimeUnit Unit(string unit) => unit switch
    {
        "ngày làm việc" => TimeUnit.WorkingDays,
        "ngày" => TimeUnit.Days,
        "giờ" => TimeUnit.Hours,
        "tháng" => TimeUnit.Months,
        _ => TimeUnit.Unspecified,
    };

    private static string Words(TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingDays => "ngày làm việc",
        TimeUnit.Days => "ngày",
        TimeUnit.Hours => "giờ",
        _ => "tháng",
    };

    [GeneratedRegex(@"^(?<number>\d{1,4}(?:[.,]\d{1,2})?)\s*(?<unit>Ngày làm việc|Ngày|Giờ|Tháng)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(\d{1,4})(?: \([^)]{1,30}\))? ngày(?! ?(?:làm việc|ngày))", RegexOptions.IgnoreCase)]
    private static partial Regex DaysInText();
}
