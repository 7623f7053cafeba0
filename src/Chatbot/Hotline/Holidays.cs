using System.Globalization;
using CsvHelper;

namespace Chatbot.Hotline;

/// <summary>Days on which public offices are closed, and Saturdays on which they make up for one. Dated data, in <c>holidays.csv</c> with the source of each row.</summary>
public sealed class Holidays
{
    private readonly Dictionary<DateOnly, Holiday> days;

    private Holidays(IEnumerable<Holiday> holidays)
    {
        days = holidays.ToDictionary(h => h.Day);
        LastKnownYear = days.Count == 0 ? 0 : days.Keys.Max(d => d.Year);
        LastDecreedYear = days.Values.Where(h => h.Status == HolidayStatus.Decreed).Select(h => h.Day.Year).DefaultIfEmpty().Max();
    }

    /// <summary>After this year only weekends are known.</summary>
    public int LastKnownYear { get; }

    /// <summary>After this year the days are computed from the law alone: which days are exchanged is not published yet.</summary>
    public int LastDecreedYear { get; }

    /// <summary>The table that ships with the library: 2024 to 2028.</summary>
    public static Holidays Shipped { get; } = ReadShipped();

    /// <returns>Null: an ordinary day of the week.</returns>
    public Holiday? On(DateOnly day) => days.GetValueOrDefault(day);

    public static Holidays Read(TextReader file)
    {
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        return new Holidays(csv.GetRecords<Row>().SelectMany(Days).ToList());
    }

    private static Holidays ReadShipped()
    {
        using var stream = typeof(Holidays).Assembly.GetManifestResourceStream("Chatbot.Hotline.holidays.csv")
            ?? throw new InvalidOperationException("holidays.csv is not embedded");
        using var file = new StreamReader(stream);
        return Read(file);
    }

    private static IEnumerable<Holiday> Days(Row row)
    {
        for (var day = row.First; day <= row.Last; day = day.AddDays(1))
            yield return new Holiday(day, row.Kind == "open", row.Name, row.Status);
    }

    private sealed record Row
    {
        [CsvHelper.Configuration.Attributes.Name("first")] public DateOnly First { get; init; }

        [CsvHelper.Configuration.Attributes.Name("last")] public DateOnly Last { get; init; }

        [CsvHelper.Configuration.Attributes.Name("kind")] public string Kind { get; init; } = "";

        [CsvHelper.Configuration.Attributes.Name("status")] public HolidayStatus Status { get; init; }

        [CsvHelper.Configuration.Attributes.Name("name")] public string Name { get; init; } = "";
    }
}

/// <param name="IsOpen">True: a weekend day that is worked to make up for another.</param>
public sealed record Holiday(DateOnly Day, bool IsOpen, string Name, HolidayStatus Status);

/// <summary>Decreed: published for that year. Law: computed from the law, the year's plan is not published yet. Check: announced as policy, an official must look.</summary>
public enum HolidayStatus { Decreed, Law, Check }
