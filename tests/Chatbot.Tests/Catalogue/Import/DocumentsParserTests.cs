using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;

namespace Chatbot.Tests.Catalogue.Import;

public sealed class DocumentsParserTests
{
    private const string Head = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";

    [Fact]
    public void Glued_tables_become_cases_with_their_papers()
    {
        var cases = Sure($"* Giấy tờ phải nộp:{Head}- Tờ khai theo mẫu;Mẫu số 04.docx1 bản chínhGiấy xác nhận1 bản chính,2 bản sao* Trường hợp ủy quyền{Head}Văn bản ủy quyền0 bản chính,1 bản sao");
        Assert.Equal(["Giấy tờ phải nộp", "Trường hợp ủy quyền"], cases.Select(c => c.Name));
        Assert.Equal(new RequiredDocument("Tờ khai theo mẫu;") { Originals = 1, Form = new Form("Mẫu số 04.docx") }, cases[0].Documents[0]);
        Assert.Equal((1, 2), (cases[0].Documents[1].Originals, cases[0].Documents[1].Copies));
        Assert.Equal(1, cases[1].Documents.Single().Copies);
    }

    [Fact]
    public void The_general_list_has_no_name() => Assert.Equal("", Sure($"--{Head}Đơn1 bản chính").Single().Name);

    [Fact]
    public void A_year_before_the_count_stays_in_the_paper()
    {
        var paper = Sure($"--{Head}Tờ khai theo Thông tư ngày 02/7/20250 bản chính,1 bản sao").Single().Documents.Single();
        Assert.Equal(("Tờ khai theo Thông tư ngày 02/7/2025", 1), (paper.Name, paper.Copies));
    }

    [Fact]
    public void Counts_in_the_papers_own_words_part_nothing()
    {
        var paper = Sure($"--{Head}Hợp đồng (01 bản chính hoặc 01 bản sao có chứng thực)1 bản chính").Single().Documents.Single();
        Assert.Equal("Hợp đồng (01 bản chính hoặc 01 bản sao có chứng thực)", paper.Name);
    }

    [Fact]
    public void A_number_that_may_belong_to_the_paper_makes_the_section_unsure() =>
        Assert.False(DocumentsParser.Parse($"--{Head}Giấy tờ nêu tại Điều 81 bản chính", []).Sure);

    [Fact]
    public void No_counts_at_all_are_unknown_counts()
    {
        var paper = Sure($"--{Head}Ảnh chân dung0 bản chính").Single().Documents.Single();
        Assert.Equal((null, null), (paper.Originals, paper.Copies));
    }

    [Theory]
    [InlineData("Đơn theo Nghị định số 12/2024/NĐ-CPMau don 1.docx", "Đơn theo Nghị định số 12/2024/NĐ-CP", "Mau don 1.docx")]
    [InlineData("Đơn theo mẫu ngày 01/01/2026.Mẫu số 2.doc", "Đơn theo mẫu ngày 01/01/2026.", "Mẫu số 2.doc")]
    [InlineData("Bản kê (theo mẫu)BANKE.pdf", "Bản kê (theo mẫu)", "BANKE.pdf")]
    [InlineData("Ảnh (cỡ 4x6)anh.jpg", "Ảnh (cỡ 4x6)", "anh.jpg")]
    [InlineData("Bản khaiMau1.docxMau2.docx", "Bản khai", "Mau1.docx; Mau2.docx")]
    public void A_form_glued_to_the_paper_is_cut_off(string cell, string name, string form)
    {
        var split = FormName.Split(cell);
        Assert.Equal((name, form, true), (split.Name, split.Form!.Name, split.Sure));
    }

    [Fact]
    public void A_table_that_was_kept_is_preferred()
    {
        PortalTables.DocumentRow[] table = [new("Trường hợp 1", "Đơn", "1", "0", "[Mau.docx]"), new("Trường hợp 1", "Ảnh", "0", "0", "Không có")];
        var parsed = DocumentsParser.Parse($"x{Head}Đơn1 bản chính", table);
        Assert.Equal(["Mau.docx", null], parsed.Items.Single().Documents.Select(d => d.Form?.Name));
    }

    [Fact]
    public void Flat_text_is_taken_apart_with_the_original_beside_it()
    {
        var parsed = DocumentsParser.Parse("Bao gồm Tên giấy tờ Mẫu đơn, tờ khai Số lượng Đơn xin học Bản chính: 1 - Bản sao: 0 Học bạ Bản chính: 0 - Bản sao: 1", []);
        Assert.False(parsed.Sure);
        Assert.Equal(["Đơn xin học", "Học bạ"], parsed.Items.Single().Documents.Select(d => d.Name));
    }

    private static IReadOnlyList<DocumentCase> Sure(string text)
    {
        var parsed = DocumentsParser.Parse(text, []);
        Assert.True(parsed.Sure);
        return parsed.Items;
    }
}
