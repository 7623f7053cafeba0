namespace Chatbot.Campaigns.Writing.Spelling;

/// <param name="Written">As it stands in the text.</param>
/// <param name="Better">What to write instead; empty: only the writer knows.</param>
public sealed record SpellingFinding(SpellingKind Kind, string Written, string Better)
{
    /// <summary>It cannot be true, however it is written; the rest is form.</summary>
    public bool IsWrong => Kind is SpellingKind.ImpossibleDate or SpellingKind.WrongWeekday or SpellingKind.ReversedDates or SpellingKind.ImpossibleTime or SpellingKind.WrongGroups;
}

/// <summary>ImpossibleDate: 31/02. WrongWeekday: that day is another day of the week. ReversedDates: ends before it begins. ImpossibleTime: 25 giờ, 8h75, 15 giờ sáng. WrongGroups: 1.00.000.
/// DateForm: another order or mark than ngày/tháng/năm. TimeForm: not as 14 giờ 30. NumberForm: no points between thousands, or a point where a comma belongs. MoneyForm: đ, VND, k.</summary>
public enum SpellingKind { ImpossibleDate, WrongWeekday, ReversedDates, ImpossibleTime, WrongGroups, DateForm, TimeForm, NumberForm, MoneyForm }
