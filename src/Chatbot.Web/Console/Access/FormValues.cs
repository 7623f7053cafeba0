using System.Globalization;
using Chatbot.Officials;

namespace Chatbot.Web.Console.Access;

/// <summary>What people entered, as our own types.</summary>
public static class FormValues
{
    /// <returns>Trimmed; empty when it is not there.</returns>
    public static string Text(this IFormCollection form, string name) => form[name].ToString().Trim();

    /// <returns><see cref="Guid.Empty"/>: not an id.</returns>
    public static Guid Id(this IFormCollection form, string name) => Guid.TryParse(form[name], out var id) ? id : Guid.Empty;

    /// <summary>Ticked boxes of rights.</summary>
    public static Right Rights(this IFormCollection form, string name) =>
        form[name].Aggregate(Right.None, (all, one) => Enum.TryParse<Right>(one, out var right) ? all | right : all) & Chatbot.Officials.Rights.All;

    /// <returns>Null: none of the names.</returns>
    public static T? Choice<T>(this IFormCollection form, string name)
        where T : struct, Enum => Enum.TryParse<T>(form[name], out var choice) && Enum.IsDefined(choice) ? choice : null;

    public static string Number(int number) => number.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN"));
}
