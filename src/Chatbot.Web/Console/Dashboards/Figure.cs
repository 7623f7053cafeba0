using System.Globalization;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>One number, and where its rows are.</summary>
public sealed record Figure(string Title, string Value, string Path, string Hint = "");

internal static class FigureWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Share(int part, int all) => all == 0 ? DashboardTexts.NoValue : Share(part / (double)all);

    /// <param name="share">0 to 1.</param>
    public static string Share(double share) => (100 * share).ToString("0.#", Vietnamese) + " %";

    public static string Decimal(double number) => number.ToString("0.0", Vietnamese);

    /// <summary>For example "2 ngày 3 giờ", "45 phút".</summary>
    public static string Time(TimeSpan? time) => time switch
    {
        null => DashboardTexts.NoValue,
        { TotalHours: < 1 } little => DashboardTexts.Minutes(Math.Max(1, (int)Math.Round(little.TotalMinutes))),
        { TotalDays: < 1 } hours => DashboardTexts.Hours((int)hours.TotalHours, hours.Minutes),
        { } days => DashboardTexts.Days((int)days.TotalDays, days.Hours),
    };
}
