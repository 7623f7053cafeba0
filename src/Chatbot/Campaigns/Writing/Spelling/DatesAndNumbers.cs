using System.Text.RegularExpressions;
using Chatbot.Campaigns.Writing.Legal;

namespace Chatbot.Campaigns.Writing.Spelling;

/// <summary>Dates, times, numbers and sums of money in a Vietnamese text: what cannot be true, and what is written otherwise than people expect.</summary>
/// <remarks>Day/month/year, times of 24 hours, points between thousands and a comma before decimals, as in Nghị định 30/2020/NĐ-CP, annex II, and usage of state agencies.</remarks>
public static partial class DatesAndNumbers
{
    /// <param name="today">Local day: a date without a year is the nearest one.</param>
    /// <returns>In the order of the text within each kind; the same words once.</returns>
    public static IReadOnlyList<SpellingFinding> Find(string text, DateOnly today)
    {
        var plain = Addresses().Replace(Citations.Without(text), " ");
        return [.. Dates.Find(plain, today).Concat(Times.Find(plain)).Concat(Numbers.Find(plain)).DistinctBy(finding => (finding.Kind, finding.Written))];
    }

    [GeneratedRegex(@"https?://\S+|www\.\S+|\S+@\S+|\b\d{1,3}\.\d{6}\b")]
    private static partial Regex Addresses();   // and codes of procedures, such as 1.001193
}
