using System.Text.Json;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;

namespace Chatbot.Tests.Catalogue.Import;

public sealed class PortalProcedureTests
{
    private const string Page = "Đổi thẻTên thủ tụcĐổi thẻMã thủ tục1.000009Số quyết định1/QĐ-XCơ quan phối hợpThủ tục hành chính liên quanKhông có thông tin" +
        "Trình Tự Thực Hiện Chuẩn bị theo mục 2 (Thành phần hồ sơ); nộp tại xã.\nCách Thức Thực HiệnHình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 NgàyMiễn phí" +
        "Thành phần hồ sơ--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đổi thẻ1 bản chínhCăn cứ pháp lýTên văn bản pháp lýMã văn bảnLuật Thẻ1/2020/QH14" +
        "Cơ quan thực hiệnỦy ban nhân dân cấp xãYêu cầu, điều kiện thực hiệnKhông có thông tinKết quả xử lýThẻ mớiMã: KQ.G24.000048Từ khóaKhông có thông tinMô tảKhông có thông tin";

    [Fact]
    public void A_section_broken_by_its_own_words_is_cut_again_from_the_page()
    {
        var procedure = Read(new { ma_thu_tuc = "1.000009", ten_thu_tuc = "Đổi thẻ", raw_text = Page, trinh_tu_thuc_hien = "Chuẩn bị theo mục 2 (", thanh_phan_ho_so = "); nộp tại xã.", _quality = "full" });
        Assert.Equal("Chuẩn bị theo mục 2 (Thành phần hồ sơ); nộp tại xã.", procedure.Steps.Single().Text);
        Assert.Equal("Đơn đổi thẻ", procedure.Documents.Single().Documents.Single().Name);
        Assert.Equal(new LegalBasis("Luật Thẻ", "1/2020/QH14"), procedure.LegalBases.Single());
        Assert.Equal("Ủy ban nhân dân cấp xã", procedure.PerformingAgency);
        Assert.Empty(procedure.OriginalText);
    }

    [Fact]
    public void A_page_of_another_procedure_is_not_used()
    {
        var (procedure, problems) = ReadAll(new { ma_thu_tuc = "1.000008", ten_thu_tuc = "Cấp thẻ", raw_text = Page, thanh_phan_ho_so = "Đơn", detail_url = "https://example.vn/a" });
        Assert.Equal(Detail.TitleOnly, procedure!.Detail);
        Assert.Contains(problems, p => p.Field == "raw_text");
    }

    [Fact]
    public void A_title_with_a_link_stays_a_title()
    {
        var procedure = Read(new { ma_thu_tuc = "1.000010", ten_thu_tuc = ". Khai báo\nlưu  trú.", detail_url = "https://example.vn/x", _quality = "list_only", _list_linh_vuc = "Cư trú" });
        Assert.Equal(("Khai báo lưu trú", Detail.TitleOnly, "Cư trú", "https://example.vn/x"), (procedure.Name, procedure.Detail, procedure.Field, procedure.SourceUrl));
    }

    [Fact]
    public void The_newer_list_names_the_performing_body() =>
        Assert.Equal("Công an cấp xã", Read(new { ma_thu_tuc = "1.000011", ten_thu_tuc = "A", co_quan_thuc_hien = "Công an huyện", _list_co_quan_thuc_hien = "Công an cấp xã" }).PerformingAgency);

    [Fact]
    public void A_row_without_code_is_left_out_with_a_reason()
    {
        var (procedure, problems) = ReadAll(new { ten_thu_tuc = "A" });
        Assert.Null(procedure);
        Assert.True(problems.Single(p => p.LeftOut).Field == "ma_thu_tuc");
    }

    [Fact]
    public void A_field_of_a_wrong_type_is_reported_and_the_rest_is_read()
    {
        var (procedure, problems) = ReadAll(new { ma_thu_tuc = "1.000012", ten_thu_tuc = "A", linh_vuc = new { a = 1 }, so_quyet_dinh = 12 });
        Assert.Equal("12", procedure!.DecisionNumber);
        Assert.Contains(problems, p => p.Field == "linh_vuc" && !p.LeftOut);
    }

    [Fact]
    public void The_three_conveniences_say_only_what_the_page_says()
    {
        var table = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 NgàyMiễn phí";
        var inPerson = Read(new { ma_thu_tuc = "1.000013", ten_thu_tuc = "A", cach_thuc_thuc_hien = table });
        Assert.Equal((OnlineLevel.None, Answerable.No, Answerable.Unknown), (inPerson.Online, inPerson.Postal, inPerson.PayOnline));
        var online = Read(new { ma_thu_tuc = "1.000014", ten_thu_tuc = "A", cach_thuc_thuc_hien = table + "Trực tuyến3 NgàyMiễn phíDịch vụ công trực tuyến toàn trình", trinh_tu_thuc_hien = "Nộp phí bằng chức năng thanh toán trực tuyến; trả kết quả qua bưu chính." });
        Assert.Equal((OnlineLevel.FullOnline, Answerable.Yes, Answerable.Yes), (online.Online, online.Postal, online.PayOnline));
        Assert.Equal(OnlineLevel.Unknown, Read(new { ma_thu_tuc = "1.000015", ten_thu_tuc = "A" }).Online);
    }

    private static Procedure Read(object row) => ReadAll(row).Procedure!;

    private static (Procedure? Procedure, IReadOnlyList<RowProblem> Problems) ReadAll(object row) =>
        PortalProcedure.Read(PortalRow.Read(JsonSerializer.SerializeToElement(row)), 1);
}
