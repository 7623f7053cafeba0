using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;

namespace Chatbot.Tests.Catalogue.Import;

public sealed class MethodsParserTests
{
    private const string Head = "Hình thức nộpThời gianPhí, lệ phíMô tả";

    [Fact]
    public void A_glued_table_falls_into_its_rows()
    {
        var methods = Sure("Trực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(Lệ phí cấp thẻ)Nộp qua cổngTrực tiếp2 GiờMiễn phíDịch vụ bưu chính10 NgàyKhông có thông tin");
        Assert.Equal([SubmissionChannel.Online, SubmissionChannel.InPerson, SubmissionChannel.Post], methods.Select(m => m.Channel));
        Assert.Equal(new ProcessingTime(7, TimeUnit.WorkingDays, "7 ngày làm việc"), methods[0].Time);
        Assert.Equal(new Fee(10_000, "10.000 đồng (Lệ phí cấp thẻ)"), methods[0].Fees.Single());
        Assert.Equal("Nộp qua cổng", methods[0].Note);
        Assert.Equal(TimeUnit.Hours, methods[1].Time!.Unit);
        Assert.True(methods[1].Fees.Single().IsFree);
        Assert.Equal(TimeUnit.Days, methods[2].Time!.Unit);
    }

    [Fact]
    public void An_unknown_fee_is_never_free() =>
        Assert.Empty(Sure("Trực tiếp5 NgàyKhông có thông tinMang theo giấy tờ gốc").Single().Fees);

    [Fact]
    public void A_channel_named_in_a_remark_opens_no_row()
    {
        var method = Sure("Trực tuyến3 NgàyMiễn phí- Trực tiếp: đến quầy số 2. - Trực tuyến: vào cổng").Single();
        Assert.Equal("- Trực tiếp: đến quầy số 2. - Trực tuyến: vào cổng", method.Note);
    }

    [Theory]
    [InlineData("Mức thu do Hội đồng nhân dân cấp tỉnh quyết định")]
    [InlineData("- Cấp lần đầu: 300.000 đồng; - Cấp lại: 150.000 đồng")]
    [InlineData("Thiết bị nhỏ")]
    public void Free_with_a_remark_that_names_a_charge_is_not_free(string remark)
    {
        var fee = Sure($"Trực tiếp1Miễn phí({remark})").Single().Fees.Single();
        Assert.False(fee.IsFree);
        Assert.Null(fee.Amount);
        Assert.Contains(remark, fee.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_is_not_believed_when_the_description_states_the_fee()
    {
        var method = Sure("Trực tiếp1 NgàyMiễn phíLệ phí: 20.000 đồng/trường hợp").Single();
        Assert.False(method.Fees.Single().IsFree);
        Assert.Contains("20.000 đồng", method.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_fees_of_one_channel_are_all_kept()
    {
        var fees = Sure("Trực tiếp5 Ngày200,000 VNĐ(Cấp mới)100,000 VNĐ(Cấp lại (mất, hỏng))10 USD(/bản)").Single().Fees;
        Assert.Equal([200_000m, 100_000m, null], fees.Select(f => f.Amount));
        Assert.Equal("10 USD (/bản)", fees[2].Text);
    }

    [Fact]
    public void A_time_without_unit_stays_without_unit()
    {
        var time = Sure("Trực tuyến1Miễn phí").Single().Time!;
        Assert.Equal((1m, TimeUnit.Unspecified), (time.Amount, time.Unit));
    }

    [Fact]
    public void Digits_of_time_and_amount_are_parted_when_only_one_way_is_possible()
    {
        var method = Sure("Trực tuyến120,000 VNĐ").Single();
        Assert.Equal((1m, 20_000m), (method.Time!.Amount, method.Fees.Single().Amount));
    }

    [Fact]
    public void Digits_that_can_be_parted_in_two_ways_are_left_as_words()
    {
        var parsed = MethodsParser.Parse(Head + "Trực tiếp1550,000 VNĐ", [], "");
        Assert.False(parsed.Sure);
        Assert.Null(parsed.Items.Single().Time);
        Assert.Null(parsed.Items.Single().Fees.Single().Amount);
    }

    [Fact]
    public void An_amount_too_small_for_dong_keeps_only_its_words()
    {
        var fee = Sure("Trực tuyến120 VNĐ").Single().Fees.Single();
        Assert.Equal((null, "20 VNĐ"), (fee.Amount, fee.Text));
    }

    [Theory]
    [InlineData("Không quy định")]
    [InlineData("Không phải trả kết quả cho người nộp")]
    public void A_time_in_words_is_kept_in_words(string words) =>
        Assert.Equal(new ProcessingTime(null, TimeUnit.Unspecified, words), Sure($"Trực tuyến{words}Miễn phí").Single().Time);

    [Fact]
    public void A_copied_table_gives_no_fee_and_its_unit_only_when_the_page_confirms_it()
    {
        PortalTables.MethodRow[] table = [new("Trực tiếp", "6 ngày", "", "Không có thông tin"), new("Trực tuyến", "8 ngày", "", "")];
        var methods = MethodsParser.Parse("| Hình thức nộp |", table, "Trong thời hạn 08 ngày kể từ ngày nhận hồ sơ").Items;
        Assert.All(methods, m => Assert.Empty(m.Fees));
        Assert.Equal([TimeUnit.Unspecified, TimeUnit.Days], methods.Select(m => m.Time!.Unit));
    }

    [Theory]
    [InlineData("Phí : 0 Đồng", true, 0)]
    [InlineData("Phí : Không Đồng", true, 0)]
    [InlineData("Lệ phí : 50.000 Đồng (một hồ sơ)", false, 50_000)]
    public void A_fee_cell_of_its_own(string cell, bool free, int amount)
    {
        var fee = FeesParser.Cell(cell).Items.Single();
        Assert.Equal((free, (decimal?)amount), (fee.IsFree, fee.Amount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Không có thông tin")]
    [InlineData("Lệ phí :  Đồng")]
    public void An_empty_fee_cell_says_nothing(string cell) => Assert.Empty(FeesParser.Cell(cell).Items);

    private static IReadOnlyList<SubmissionMethod> Sure(string table)
    {
        var parsed = MethodsParser.Parse(Head + table, [], "");
        Assert.True(parsed.Sure);
        return parsed.Items;
    }
}
