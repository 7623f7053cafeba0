namespace Chatbot.Campaigns.Sending;

/// <summary>Our mark on a delivery: returned by Facebook's echo.</summary>
internal static class DeliveryMark
{
    private const string Prefix = "delivery:";

    public static string Write(long id) => Prefix + id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>Null: not a delivery's.</returns>
    public static long? Read(string correlation) =>
        correlation.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(correlation.AsSpan(Prefix.Length), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
