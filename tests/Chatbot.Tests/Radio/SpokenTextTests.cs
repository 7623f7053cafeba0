using Chatbot.Catalogue.Answers;
using Chatbot.Catalogue.Starter;
using Chatbot.Radio;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Chatbot.Tests.Radio;

public sealed class SpokenTextTests
{
    private static readonly SpokenText Speech = new(new NumberWords("nghìn", "linh"));

    [Theory]
    [InlineData("Phí 8.000 đồng/bản.", "Phí tám nghìn đồng một bản.")]
    [InlineData("từ 10.000 - 50.000đ", "từ mười nghìn đến năm mươi nghìn đồng")]
    [InlineData("ngày 05/08/2025", "ngày mùng năm tháng tám năm hai nghìn không trăm hai mươi lăm")]
    [InlineData("từ 01/4/2026", "từ ngày mùng một tháng tư năm hai nghìn không trăm hai mươi sáu")]
    [InlineData("tháng 04/2026", "tháng tư năm hai nghìn không trăm hai mươi sáu")]
    [InlineData("07:30 - 11:30, chiều 13h00", "bảy giờ ba mươi phút đến mười một giờ ba mươi phút, chiều mười ba giờ")]
    [InlineData("gọi 0219 3 123 456", "gọi không hai một chín, ba, một hai ba, bốn năm sáu")]
    [InlineData("gọi 113 hoặc 1900 9068", "gọi một một ba hoặc một chín không không, chín không sáu tám")]
    [InlineData("giảm 12,5%", "giảm mười hai phẩy năm phần trăm")]
    [InlineData("đất 1.200 m²", "đất một nghìn hai trăm mét vuông")]
    [InlineData("UBND xã giải quyết TTHC, cấp thẻ BHYT", "Ủy ban nhân dân xã giải quyết thủ tục hành chính, cấp thẻ bảo hiểm y tế")]
    [InlineData("Nghị định 123/2015/NĐ-CP", "Nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm của Chính phủ")]
    [InlineData("theo 04/2020/TT-BTP", "theo Thông tư số bốn năm hai nghìn không trăm hai mươi của Bộ Tư pháp")]
    [InlineData("Luật Hộ tịch số 60/2014/QH13", "Luật Hộ tịch số sáu mươi năm hai nghìn không trăm mười bốn của Quốc hội khóa mười ba")]
    [InlineData("Quyết định 163/QĐ-BTP", "Quyết định số một trăm sáu mươi ba của Bộ Tư pháp")]
    [InlineData("Chương IV, quý III", "Chương bốn, quý ba")]
    [InlineData("thủ tục 1.001193", "thủ tục một chấm không không một một chín ba")]
    [InlineData("mẫu CT01", "mẫu xê tê không một")]
    [InlineData("xem https://dichvucong.gov.vn/p/home?x=1", "xem trên Cổng Dịch vụ công quốc gia")]
    [InlineData("trên binhminh.gov.vn", "trên trang binhminh chấm gov chấm vn")]
    [InlineData("trong 5-7 ngày, thứ 4", "trong năm đến bảy ngày, thứ tư")]
    [InlineData("01 bản, 1/2 tháng", "một bản, một phần hai tháng")]
    [InlineData("tài khoản VNeID mức 2", "tài khoản Vi-en-e-ai-đi mức hai")]
    public void Everything_is_written_as_it_is_said(string written, string said) => Assert.Equal(said, Speech.Of(written));

    [Fact]
    public void Nothing_of_the_starter_catalogue_is_left_to_work_out()
    {
        foreach (var text in StarterCatalogue.Faq.Select(f => f.Answer).Concat(StarterCatalogue.Procedures.SelectMany(p => p.Steps.Select(s => s.Text))))
            Assert.False(Speech.Of(text).Any(c => char.IsDigit(c) || "/%&@".Contains(c)), $"{text}\n=> {Speech.Of(text)}");
    }

    [Fact]
    public void Said_twice_is_said_once()
    {
        foreach (var text in StarterCatalogue.Faq.Select(f => f.Answer)) Assert.Equal(Speech.Of(text), Speech.Of(Speech.Of(text)));
    }

    [Fact]
    public void The_file_is_sound_and_says_how_long_it_takes()
    {
        var script = Script(new RadioOptions());
        var file = RadioDocument.Write(script);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Contains("Giọng 2: ", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Equal(Math.Round(script.WordCount * 0.3), script.ReadingTime.TotalSeconds);
        Assert.All(script.Lines, line => Assert.DoesNotContain(line.Text, char.IsDigit));
    }

    [Fact]
    public void One_voice_reads_alone_when_asked() => Assert.All(Script(new RadioOptions { TwoVoices = false }).Lines, line => Assert.Equal(1, line.Voice));

    private static RadioScript Script(RadioOptions options)
    {
        var answers = StarterCatalogue.Faq.Take(3).Select(faq => new AnswerVersion
        {
            Question = faq.Questions[0], OtherQuestions = "", Answer = faq.Answer, Source = faq.Source, SourceUrl = "", Field = faq.Topic, TextHash = "",
        });
        return RadioScript.Of(new RadioIssue { Number = 12, Day = new DateOnly(2026, 12, 5) }, "Ủy ban nhân dân xã Bình Minh", [.. answers], options);
    }
}
