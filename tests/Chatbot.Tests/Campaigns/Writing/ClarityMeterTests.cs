using Chatbot.Campaigns.Writing;
using Chatbot.Campaigns.Writing.Clarity;

namespace Chatbot.Tests.Campaigns.Writing;

public sealed class ClarityMeterTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_notice_that_says_everything_has_all_points()
    {
        var content = new CampaignContent("Tiêm phòng sởi miễn phí cho trẻ", "Mời bà con đưa trẻ từ 9 tháng tuổi đi tiêm phòng sởi.\nThời gian: 8 giờ ngày 25/11/2026.\nĐịa điểm: trạm y tế phường.\nMũi tiêm này miễn phí.") { Phone = "0258 3123 456" };
        Assert.Equal(100, ClarityMeter.Measure(content, Today).Score);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var score = ClarityMeter.Measure(new CampaignContent("", "Triển khai thực hiện công tác tuyên truyền."), Today);
        Assert.Equal([AdviceKind.NoTitle, AdviceKind.NoWho, AdviceKind.NoAct, AdviceKind.NoWhere, AdviceKind.NoWhen, AdviceKind.NoCost, AdviceKind.NoContact], Kinds(score));
        Assert.Equal(20 + 15 + 0 + 0 + 10, score.Score);
    }

    [Fact]
    public void A_long_sentence_and_an_unexplained_abbreviation_are_told_with_what_to_write()
    {
        var words = string.Join(' ', Enumerable.Repeat("từ", 31));
        var advice = ClarityMeter.Measure(new CampaignContent("", $"{words}. Đề nghị mang thẻ BHYT."), Today).Parts[0].Advice;
        Assert.Equal(["31"], advice.Single(a => a.Kind == AdviceKind.LongSentence).About.Skip(1));
        Assert.Equal(["BHYT", "bảo hiểm y tế"], advice.Single(a => a.Kind == AdviceKind.Abbreviation).About);
    }

    [Theory]
    [InlineData("Mang thẻ bảo hiểm y tế (BHYT). Thẻ BHYT còn hạn.")]
    [InlineData("Mang thẻ BHYT (bảo hiểm y tế).")]
    [InlineData("Ủy ban nhân dân phường (sau đây gọi tắt là UBND) mời bà con.")]
    [InlineData("THÔNG BÁO LỊCH TIÊM CHỦNG")]                    // a heading, no abbreviations
    [InlineData("Gọi SĐT 0901 234 567 hoặc quét mã QR ở TP. Huế")]   // everybody knows them
    [InlineData("Theo Nghị định 46/2014/NĐ-CP và 12/CT-TTg")]   // numbers of documents
    [InlineData("Quý IV, thế kỷ XXI")]
    [InlineData("Xem https://example.gov.vn/TTHC/DVC")]
    [InlineData("Chương XYZ (Xanh Yêu Zên) của phường")]
    public void What_is_explained_or_known_to_all_needs_no_explanation(string text) => Assert.Empty(Unexplained(text));

    [Theory]
    [InlineData("Liên hệ bộ phận TN&TKQ của UBND", "UBND")]
    [InlineData("nộp tại TTPVHCC", "TTPVHCC")]
    [InlineData("theo kế hoạch QKLM", "QKLM")]      // nobody knows it, nor do we
    [InlineData("phát triển KT-XH", "KT-XH")]
    public void What_is_not_explained_is_found(string text, string written) => Assert.Contains(written, Unexplained(text));

    [Fact]
    public void A_stop_inside_a_number_or_a_name_ends_no_sentence() =>
        Assert.Equal(["Phí 1.000.000 đồng ở TP. Huế.", "Gọi ông V. A."], Sentences.Of("- Phí 1.000.000 đồng ở TP. Huế. Gọi ông V. A."));

    [Fact]
    public void Many_long_sentences_cost_no_more_than_their_part()
    {
        var text = string.Join(". ", Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("từ UBNDX", 20)), 30));
        Assert.InRange(ClarityMeter.Measure(new CampaignContent("", text), Today).Parts[0].Points, 0, 20);
    }

    private static IEnumerable<AdviceKind> Kinds(ClarityScore score) => score.Parts.SelectMany(part => part.Advice).Select(advice => advice.Kind);

    private static IEnumerable<string> Unexplained(string text) =>
        ClarityMeter.Measure(new CampaignContent("", text), Today).Parts[0].Advice.Where(a => a.Kind is AdviceKind.Abbreviation or AdviceKind.UnknownAbbreviation).Select(a => a.About[0]);
}
