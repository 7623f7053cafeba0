using System.Globalization;
using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>What a template message must have, whoever it goes to.</summary>
internal static class ZbsRules
{
    private const int TrackingLimit = 48;

    /// <summary>The first day whose templates can be sent to an OA user id, in Vietnam's time.</summary>
    private static readonly DateTimeOffset FirstByUserId = new(2025, 12, 10, 0, 0, 0, TimeSpan.FromHours(7));

    /// <returns>Null when the template may be sent with these values.</returns>
    public static ZaloReply? Refuse(ZbsTemplate template, JsonElement data)
    {
        if (template.Status == "DISABLE") return ZbsErrors.TemplateDisabled;
        if (template.Status != "ENABLE") return ZbsErrors.NotApproved;
        if (data.ValueKind != JsonValueKind.Object) return data.ValueKind == JsonValueKind.Undefined ? ZbsErrors.DataEmpty : ZbsErrors.DataWrong;
        if (!data.EnumerateObject().Any() && template.Parameters.Count > 0) return ZbsErrors.DataEmpty;
        foreach (var (name, limit) in template.Parameters)
        {
            if (data.Member(name) is not { } value) return ZbsErrors.Missing(name);
            if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return ZbsErrors.DataWrong;
            if (data.Text(name).Length > limit) return ZbsErrors.TooLong(name);
        }

        return null;
    }

    public static ZaloReply? RefuseTracking(string trackingId) =>
        trackingId.Length == 0 ? ZbsErrors.Missing("tracking_id") : trackingId.Length > TrackingLimit ? ZbsErrors.TooLong("tracking_id") : null;

    /// <summary>Vietnam's code and nine digits; a leading 0 is the mistake everybody makes.</summary>
    /// <returns>Digits with country code; null when it is no number.</returns>
    public static string? Phone(string text)
    {
        var digits = text.StartsWith('+') ? text[1..] : text;
        return digits.Length is 11 or 12 && digits.StartsWith("84", StringComparison.Ordinal) && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    public static ZaloReply? RefusePerson(Citizen citizen) => !citizen.HasZalo ? ZbsErrors.NoZaloAccount : citizen.Standing switch
    {
        Standing.Blocked => ZbsErrors.OaRefused,
        Standing.Restricted => ZbsErrors.KindRefused,
        Standing.Gone => ZbsErrors.UserCannotReceive,
        _ => null,
    };

    public static bool CanGoByUserId(ZbsTemplate template) => template.CreatedAt >= FirstByUserId && !template.IsOtp && !template.AsksForAnswer;

    /// <summary>What the person reads, with the values in it.</summary>
    public static string Render(ZbsTemplate template, JsonElement data) =>
        template.Name + ": " + string.Join("; ", template.Parameters.Keys.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} = {data.Text(name)}")));
}
