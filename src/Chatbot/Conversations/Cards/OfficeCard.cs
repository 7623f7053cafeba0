using Chatbot.Catalogue;

namespace Chatbot.Conversations.Cards;

/// <summary>A place in lines: name, address, number, hours. What is not published is left out.</summary>
internal static class OfficeCard
{
    public static string Text(Office office)
    {
        var lines = new List<string> { office.Name };
        if (office.Address.Length > 0) lines.Add(Texts.OfficeAddress(office.Address));
        if (office.Phone.Length > 0) lines.Add(Texts.OfficePhone(office.Phone));
        if (office.Hours.Count > 0) lines.Add(Texts.OfficeHours(Hours(office.Hours)));
        return string.Join('\n', lines);
    }

    /// <summary>"thứ Hai đến thứ Sáu 7:30 đến 11:30, 13:30 đến 17:00; thứ Bảy 7:30 đến 11:30".</summary>
    public static string Hours(IReadOnlyList<OpeningHours> rules) => string.Join("; ", rules
        .GroupBy(rule => Days(rule.Days))
        .Select(days => $"{days.Key} {string.Join(", ", days.OrderBy(r => r.From).Select(r => Texts.Hours(Words.Hour(r.From), Words.Hour(r.To))))}"));

    private static string Days(IReadOnlyList<DayOfWeek> days)
    {
        var week = days.Distinct().OrderBy(Position).ToList();
        return week.Count > 2 && Position(week[^1]) - Position(week[0]) == week.Count - 1
            ? Texts.DaysFromTo(Texts.Day(week[0]), Texts.Day(week[^1]))
            : string.Join(", ", week.Select(Texts.Day));
    }

    // The week begins on Monday.
    private static int Position(DayOfWeek day) => ((int)day + 6) % 7;
}
