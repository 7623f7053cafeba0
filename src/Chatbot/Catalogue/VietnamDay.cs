namespace Chatbot.Catalogue;

/// <summary>The calendar day in Vietnam: UTC+7 all year, no summer time.</summary>
public static class VietnamDay
{
    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(7)).DateTime);
}
