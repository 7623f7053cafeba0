using System.Globalization;

namespace Chatbot.Web.Console.Layout;

/// <summary>Days as browsers send and fill them in.</summary>
public static class FormDays
{
    private const string Form = "yyyy-MM-dd";

    /// <returns>Null: empty, or no day.</returns>
    public static DateOnly? Day(this IFormCollection form, string name) => Day(form[name].ToString());

    /// <inheritdoc cref="Day(IFormCollection, string)"/>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>For the value of a date field; empty: no day.</summary>
    public static string Value(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture) ?? "";

    /// <summary>As people read it, 05/12/2026.</summary>
    public static string Words(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
