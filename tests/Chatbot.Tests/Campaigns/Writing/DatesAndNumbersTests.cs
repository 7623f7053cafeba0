using Chatbot.Campaigns.Writing.Spelling;

namespace Chatbot.Tests.Campaigns.Writing;

public sealed class DatesAndNumbersTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);   // a Sunday

    [Theory]
    [InlineData("Hạn nộp 31/02/2026", SpellingKind.ImpossibleDate, "31/02/2026", "")]
    [InlineData("Hạn nộp 31/02", SpellingKind.ImpossibleDate, "31/02", "")]
    [InlineData("trước ngày 32/10", SpellingKind.ImpossibleDate, "32/10", "")]
    [InlineData("ngày 29/02/2027", SpellingKind.ImpossibleDate, "29/02/2027", "")]
    [InlineData("ngày 11/24/2026", SpellingKind.ImpossibleDate, "11/24/2026", "24/11/2026")]
    [InlineData("từ 2026-11-24", SpellingKind.DateForm, "2026-11-24", "24/11/2026")]
    [InlineData("từ 2026-13-24", SpellingKind.ImpossibleDate, "2026-13-24", "")]
    [InlineData("ngày 24.11.2026", SpellingKind.DateForm, "24.11.2026", "24/11/2026")]
    [InlineData("ngày 5-3-2026", SpellingKind.DateForm, "5-3-2026", "05/03/2026")]
    [InlineData("ngày 24/11/26", SpellingKind.DateForm, "24/11/26", "24/11/2026")]
    [InlineData("thứ Hai, ngày 24/11/2026", SpellingKind.WrongWeekday, "thứ Hai, ngày 24/11/2026", "thứ ba, 24/11/2026")]
    [InlineData("Chủ nhật (23/11)", SpellingKind.WrongWeekday, "Chủ nhật (23/11", "thứ hai, 23/11/2026")]
    [InlineData("thứ 6 ngày 2/1", SpellingKind.WrongWeekday, "thứ 6 ngày 2/1", "thứ bảy, 02/01/2027")]   // January is the next one
    [InlineData("từ ngày 25/11/2026 đến hết ngày 20/11/2026", SpellingKind.ReversedDates, "từ ngày 25/11/2026 đến hết ngày 20/11/2026", "")]
    [InlineData("lúc 25h", SpellingKind.ImpossibleTime, "25h", "")]
    [InlineData("lúc 8h75", SpellingKind.ImpossibleTime, "8h75", "")]
    [InlineData("lúc 24:30", SpellingKind.ImpossibleTime, "24:30", "")]
    [InlineData("15 giờ sáng", SpellingKind.ImpossibleTime, "15 giờ sáng", "")]
    [InlineData("lúc 8h30", SpellingKind.TimeForm, "8h30", "8 giờ 30")]
    [InlineData("2 giờ chiều", SpellingKind.TimeForm, "2 giờ chiều", "14 giờ")]
    [InlineData("7:30 PM", SpellingKind.TimeForm, "7:30 PM", "19 giờ 30")]
    [InlineData("phí 1000000 đồng", SpellingKind.NumberForm, "1000000 đồng", "1.000.000 đồng")]
    [InlineData("phí 1,000,000 đồng", SpellingKind.NumberForm, "1,000,000 đồng", "1.000.000 đồng")]
    [InlineData("phí 1.00.000 đồng", SpellingKind.WrongGroups, "1.00.000 đồng", "")]
    [InlineData("phí 1.0000.000 đồng", SpellingKind.WrongGroups, "1.0000.000 đồng", "")]
    [InlineData("phí 50k", SpellingKind.MoneyForm, "50k", "50.000 đồng")]
    [InlineData("phí 50.000đ", SpellingKind.MoneyForm, "50.000đ", "50.000 đồng")]
    [InlineData("phí 100000 VNĐ", SpellingKind.MoneyForm, "100000 VNĐ", "100.000 đồng")]
    [InlineData("đạt 98.5%", SpellingKind.NumberForm, "98.5%", "98,5%")]
    [InlineData("có 12500 hộ", SpellingKind.NumberForm, "12500 hộ", "12.500 hộ")]
    public void What_is_wrong_or_unusual_is_told_with_what_to_write(string text, SpellingKind kind, string written, string better) =>
        Assert.Contains(new SpellingFinding(kind, written, better), DatesAndNumbers.Find(text, Today));

    [Theory]
    [InlineData("Chủ nhật, ngày 22/11/2026, từ 8 giờ đến 11 giờ 30")]
    [InlineData("ngày 29/02/2028, phí 1.000.000 đồng, đạt 98,5%")]
    [InlineData("nhà số 31/4 đường Lê Lợi, hẻm 45/32")]
    [InlineData("trực 24/7, xử lý trong 24h, sau 72 giờ")]
    [InlineData("Nghị định 46/2014/NĐ-CP, mã 1.001193, 2.000815")]
    [InlineData("gọi 0901.234.567 hoặc 1900 1022")]
    [InlineData("45/60 hộ đã ký, tỷ lệ 3:1")]
    [InlineData("https://example.gov.vn/2026-13-45/1,000,000")]
    [InlineData("ngày 5 tháng 3 năm 2026, quý III/2026, tháng 11/2026")]
    [InlineData("hỗ trợ 500.000 đồng/người/tháng, 2.500 hộ, 12 người")]
    [InlineData("lúc 19 giờ tối thứ Bảy, 12 giờ trưa")]
    public void What_is_right_is_left_alone(string text) => Assert.Empty(DatesAndNumbers.Find(text, Today));

    [Fact]
    public void Every_day_of_four_years_is_right_and_every_day_that_a_month_does_not_have_is_wrong()
    {
        for (var year = 2024; year <= 2027; year++)
            for (var month = 1; month <= 12; month++)
                for (var day = 1; day <= 31; day++)
                    Assert.Equal(day > DateTime.DaysInMonth(year, month), DatesAndNumbers.Find($"Hạn: {day:00}/{month:00}/{year}.", Today).Any(f => f.IsWrong));
    }
}
