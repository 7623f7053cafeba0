using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;

namespace Chatbot.Tests.Catalogue.Import;

public sealed class OtherSectionsTests
{
    [Theory]
    [InlineData("Luật 54/2014/QH1354/2014/QH13", "Luật 54/2014/QH13=54/2014/QH13")]
    [InlineData("Luật Trồng câyLuật số 12/2018/QH14Quy định chi tiết về cây15/2026/NĐ-CPCông bố giống cây7/2025/TT-BNNMT",
        "Luật Trồng cây=Luật số 12/2018/QH14|Quy định chi tiết về cây=15/2026/NĐ-CP|Công bố giống cây=7/2025/TT-BNNMT")]
    [InlineData("Nghị định số 10/2020/NĐ-CP ngày 10/6/2020 của Chính phủ về cây.10/2020/NĐ-CP", "Nghị định số 10/2020/NĐ-CP ngày 10/6/2020 của Chính phủ về cây.=10/2020/NĐ-CP")]
    [InlineData("Thông tư ngày 29/6/202443/2024/TT-BTCLuật Cây 202076/2025/QH15", "Thông tư ngày 29/6/2024=43/2024/TT-BTC|Luật Cây 2020=76/2025/QH15")]
    [InlineData("Luật 61/2014/QH1361/2014/QH13Nghị định 05/2021/NĐ-CP05/2021/NĐ-CP", "Luật 61/2014/QH13=61/2014/QH13|Nghị định 05/2021/NĐ-CP=05/2021/NĐ-CP")]
    [InlineData("Luật Đá54/2024/QH15193/2025/NĐ-CP", "Luật Đá=54/2024/QH15|193/2025/NĐ-CP=193/2025/NĐ-CP")]
    [InlineData("Nghị định số 46/2020/NĐ-CP46/2020", "Nghị định số 46/2020/NĐ-CP=46/2020")]
    public void Titles_and_numbers_of_laws_are_parted(string glued, string expected)
    {
        var parsed = LegalBasesParser.Parse("Tên văn bản pháp lýMã văn bản" + glued, []);
        Assert.True(parsed.Sure);
        Assert.Equal(expected, string.Join('|', parsed.Items.Select(b => $"{b.Title}={b.Number}")));
    }

    [Fact]
    public void Words_after_the_last_number_are_kept_and_unsure()
    {
        var parsed = LegalBasesParser.Parse("Tên văn bản pháp lýMã văn bảnLuật 54/2014/QH1354/2014/QH13Công văn hướng dẫn", []);
        Assert.False(parsed.Sure);
        Assert.Equal("Công văn hướng dẫn", parsed.Items[^1].Title);
    }

    [Fact]
    public void Outcomes_lose_the_furniture_and_keep_their_codes()
    {
        var outcomes = OutcomesParser.Parse("Thẻ mớiMã: KQ.G24.000048Giấy hẹnMã: KQ.G24.000049Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnNộp hồ sơ", []).Items;
        Assert.Equal(["Thẻ mới KQ.G24.000048", "Giấy hẹn KQ.G24.000049"], outcomes.Select(o => $"{o.Name} {o.Code}"));
    }

    [Fact]
    public void The_older_form_of_an_outcomes_code_is_known_too()
    {
        var outcomes = OutcomesParser.Parse("Quyết địnhMã: 000.00.00.G12-KQ.032văn bản từ chốiMã: KQ-G10.000018", []).Items;
        Assert.Equal(["Quyết định 000.00.00.G12-KQ.032", "văn bản từ chối KQ-G10.000018"], outcomes.Select(o => $"{o.Name} {o.Code}"));
    }

    [Fact]
    public void A_step_goes_from_one_number_to_the_next()
    {
        var steps = StepsParser.Parse("- Bước 1: Nộp hồ sơ.\n+ Kèm bản sao.\n- Bước 2: Nhận kết quả.").Items;
        Assert.Equal(["- Bước 1: Nộp hồ sơ.\n+ Kèm bản sao.", "- Bước 2: Nhận kết quả."], steps.Select(s => s.Text));
    }

    [Fact]
    public void Without_numbers_a_paragraph_is_a_step() => Assert.Equal(2, StepsParser.Parse("Người dân nộp hồ sơ tại\nbộ phận một cửa.\nCán bộ trả kết quả.").Items.Count);

    [Theory]
    [InlineData("Cấp Xã, Cấp bộ/ngành", new[] { AgencyLevel.Commune, AgencyLevel.Ministry })]
    [InlineData("Cơ quan khác,Cấp Tỉnh", new[] { AgencyLevel.Province, AgencyLevel.Other })]
    [InlineData("", new AgencyLevel[0])]
    public void Levels_in_any_spelling(string cell, AgencyLevel[] expected) => Assert.Equal(expected, Attributes.Levels(cell));

    [Fact]
    public void Applicant_kinds_keep_their_own_commas() =>
        Assert.Equal(["Tổ chức (không bao gồm doanh nghiệp, HTX)", "Cán bộ, công chức, viên chức", "Doanh nghiệp"],
            Attributes.ApplicantKinds("Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức, Doanh nghiệp"));

    [Theory]
    [InlineData("2026-07-17/18", "2026-07-17")]
    [InlineData("2026-06/07", "2026-06-01")]
    [InlineData("2025-13", null)]
    [InlineData("hôm qua", null)]
    public void The_day_of_a_crawl(string crawl, string? expected) =>
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Attributes.CrawlDate(crawl));

    [Theory]
    [InlineData("Không quy định.")]
    [InlineData("Không có yêu cầu, điều kiện")]
    [InlineData("Không có thông tin")]
    public void No_condition_is_no_condition(string text) => Assert.Empty(Attributes.Conditions(text));

    [Fact]
    public void Codes_of_one_service_are_grouped_the_communes_first()
    {
        Procedure[] all =
        [
            new("1.000003", "Cấp thẻ xanh (thực hiện tại cấp tỉnh)") { Field = "Thẻ", PerformingAgency = "Sở" },
            new("1.000001", "Cấp thẻ xanh") { Field = "Thẻ", PerformingAgency = "Công an cấp xã" },
            new("1.000002", "Thủ tục cấp thẻ xanh.") { Field = "Hải quan", PerformingAgency = "Cục" },
        ];
        Assert.Equal(["1.000001", "1.000003"], ServiceGroups.Of(all).Single());
    }
}
