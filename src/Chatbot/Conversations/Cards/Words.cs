using System.Globalization;
using Chatbot.Hotline;

namespace Chatbot.Conversations.Cards;

/// <summary>Times, days, amounts and cut sentences as a Vietnamese reader writes them.</summary>
internal static class Words
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => Day(DateOnly.FromDateTime(WorkingCalendar.Local(time).DateTime));

    /// <summary>For example "7:30 thứ Hai ngày 23/11/2026".</summary>
    public static string Moment(DateTimeOffset time)
    {
        var local = WorkingCalendar.Local(time);
        return Texts.At(Hour(TimeOnly.FromDateTime(local.DateTime)), Texts.Day(local.DayOfWeek), Day(time));
    }

    public static string Hour(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("#,0.##", Numbers);

    /// <summary>At most <paramref name="longest"/> characters, cut at the end of a sentence or else of a word, marked with "…".</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var head = text[..longest];
        var sentence = head.LastIndexOfAny(['.', ';', '\n']);
        var end = sentence > longest / 2 ? sentence : head.LastIndexOf(' ');
        return head[..(end > 0 ? end : longest)].TrimEnd(' ', ',', '.', ';', ':', '\n') + "…";
    }

    /// <summary>One paragraph: inner line breaks and runs of blanks become one blank.</summary>
    public static string Line(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    public static string Unended(string text) => text.TrimEnd(' ', '.', ';', ',', ':');

    /// <summary>Capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"Thủ tục đăng ký khai sinh" → "Đăng ký khai sinh".</summary>
    public static string ShortName(string name)
    {
        var prefix = Texts.NamePrefix;
        return name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? Capital(name[prefix.Length..].TrimStart()) : name;
    }
}
