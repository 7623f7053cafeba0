using Chatbot.Campaigns.Writing.Legal;

namespace Chatbot.Tests.Campaigns.Writing;

public sealed class CitationsTests
{
    [Theory]
    [InlineData("Theo Nghị định 46/2014/NĐ-CP, mức phí", "46/2014/NĐ-CP")]
    [InlineData("Luật số 31/2024/QH15.", "31/2024/QH15")]
    [InlineData("Quyết định 163/QĐ-BTP", "163/QĐ-BTP")]
    [InlineData("Chỉ thị 12/CT-TTg", "12/CT-TTg")]
    [InlineData("Thông tư liên tịch 01/2020/TTLT-BTP-BNV", "01/2020/TTLT-BTP-BNV")]
    [InlineData("(Nghị quyết 01 / 2021 / NQ-HĐTP)", "01/2021/NQ-HĐTP")]
    [InlineData("Quyết định 121-TCTK/PPCĐ ngày 02/3/1979", "121-TCTK/PPCĐ")]
    [InlineData("Nghị định số 64-CP năm 1993", "64-CP")]
    public void Numbers_of_documents_are_found(string text, string number) => Assert.Equal([number], Citations.In(text));

    [Theory]
    [InlineData("500.000 đồng/người, ngày 12/11/2026, tổ 5/KP")]
    [InlineData("nhà 31/4 Lê Lợi, 24/7")]
    [InlineData("từ 8-CN đến 12-T7, mã 15-A, 2-3 ngày/Người")]
    public void Other_strokes_are_none(string text) => Assert.Empty(Citations.In(text));

    [Theory]
    [InlineData("01/2021/NĐ-CP", "1/2021/nđ–cp")]
    [InlineData("46/2014/NĐ-CP", "46 / 2014 / ND-CP")]
    public void One_number_has_one_key_however_it_is_written(string one, string other) => Assert.Equal(Citations.KeyOf(one), Citations.KeyOf(other));

    [Theory]
    [InlineData("46/2014/NĐ-CP", true), InlineData("046/2014/nđ-cp", true), InlineData("12/CT-TTg", true), InlineData("50-LCT/HĐNN8", true), InlineData("64-CP", true)]
    [InlineData("không số", false), InlineData("46/2014", false), InlineData("Luật Đất đai 2013", false), InlineData("46/2014/NĐ-CP và 12/CT-TTg", false), InlineData("", false)]
    public void Only_what_a_text_can_cite_is_entered(string number, bool isSound) => Assert.Equal(isSound, new LegalEntry(number, LegalStatus.Repealed) { ShortName = "Tên" }.IsSound);

    [Fact]
    public void A_register_is_read_line_by_line_and_every_bad_line_is_told()
    {
        const string file = """
            so_hieu,trich_yeu,ngay_ban_hanh,trang_thai,tu_ngay,thay_the_boi
            46/2014/NĐ-CP,"Thu tiền thuê đất, thuê mặt nước",15/05/2014,hết hiệu lực,01/08/2024,103/2024/NĐ-CP
            103/2024/NĐ-CP,Tiền sử dụng đất,2024-07-30,còn hiệu lực,,
            không số,Không có số,,còn hiệu lực,,
            12/2020/NĐ-CP,Ngày sai,31/02/2020,còn hiệu lực,,
            13/2020/NĐ-CP,Trạng thái lạ,,không rõ,,
            """;
        var (entries, faults) = LegalFile.Read(new StringReader(file));
        Assert.Equal(["46/2014/NĐ-CP", "103/2024/NĐ-CP"], entries.Select(e => e.Number));
        Assert.Equal((LegalStatus.Repealed, new DateOnly(2024, 8, 1), "103/2024/NĐ-CP"), (entries[0].Status, entries[0].Since!.Value, entries[0].ReplacedBy));
        Assert.Equal([(4, LegalFault.Number), (5, LegalFault.Day), (6, LegalFault.Status)], faults.Select(f => (f.Line, f.Fault)));
        Assert.Equal([new LegalLineFault(1, LegalFault.NoHeading, "a,b")], LegalFile.Read(new StringReader("a,b\n1,2")).Faults);
    }

    [Fact]
    public void A_document_is_in_force_until_its_day()
    {
        var document = new LegalDocument { Key = "1/2020/ND-CP", Number = "1/2020/NĐ-CP" };
        document.Write(new LegalEntry("1/2020/NĐ-CP", LegalStatus.Repealed) { Since = new DateOnly(2026, 12, 1) }, DateTimeOffset.UnixEpoch);
        Assert.Equal((LegalStatus.InForce, LegalStatus.Repealed), (document.StatusOn(new DateOnly(2026, 11, 30)), document.StatusOn(new DateOnly(2026, 12, 1))));
    }
}
