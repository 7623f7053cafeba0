using Chatbot.Conversations;
using Chatbot.Persistence;
using Chatbot.Testing;
using Chatbot.Testing.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Conversations;

/// <summary>What the catalogue does not know is said to be unknown; what is out of force is not answered as if it were.</summary>
public sealed class HonestTalks
{
    private readonly Talk talk = new();

    [Fact]
    public Task An_unknown_fee_is_never_free() =>
        talk.PressesOld("#tt 9.000009 fee").HearsAsync(card =>
        {
            card.Shows("9.000009", Aspect.Fee);
            card.Says("chưa rõ");
            card.NeverSays("miễn phí");
            card.ShowsHotline();
        });

    [Fact]
    public Task One_method_without_a_time_is_unknown_beside_the_other() =>
        talk.PressesOld("#tt 9.000009 time").HearsAsync(card =>
        {
            card.Says("Trực tiếp: 7 ngày làm việc");
            card.Says("Qua bưu chính: chưa rõ");
        });

    [Theory]
    [InlineData("documents"), InlineData("fee"), InlineData("time"), InlineData("steps"), InlineData("form"), InlineData("legal")]
    public Task A_part_that_the_source_lacks_is_said_to_be_unknown_with_the_hotline_card(string part) =>
        talk.PressesOld($"#tt 9.000003 {part}").HearsAsync(card =>
        {
            card.Says("nguồn chưa nêu");
            card.ShowsHotline();
        });

    [Fact]
    public Task The_three_lines_say_unknown_rather_than_guess() =>
        talk.PressesOld("#tt 9.000007 general").HearsAsync(card =>
        {
            card.Says("Nộp trực tuyến: chưa rõ, nguồn chưa nêu.");
            card.Says("qua bưu chính: chưa rõ, nguồn chưa nêu.");
            card.Says("Thanh toán trực tuyến: chưa rõ, nguồn chưa nêu.");
            card.Says("chưa rõ số quyết định");
            card.Says("chưa rõ ngày cập nhật");
        });

    [Fact]
    public async Task What_was_replaced_leads_to_what_replaced_it()
    {
        await talk.PressesOld("#tt 9.000002 documents").HearsAsync(card =>
        {
            card.Says("đã được thay thế bằng: Cấp đổi giấy phép chăn nuôi voi điện tử (mã 9.000003)");
            card.OffersTopic("9.000003");
            card.ShowsHotline();
        });
        await talk.Presses("Thủ tục thay thế").HearsAsync(card => card.Says("(mã 9.000003)"));
    }

    [Fact]
    public Task What_was_repealed_is_not_answered() =>
        talk.PressesOld("#tt 9.000004 fee").HearsAsync(card =>
        {
            card.Says("đã bị bãi bỏ");
            card.Says("30/06/2026");
            card.NeverSays("Lệ phí:");
        });

    [Fact]
    public Task What_was_repealed_is_found_by_its_name_and_said_to_be_over() =>
        talk.Says("kiểm dịch hươu cao cổ").HearsAsync(card => card.Says("đã bị bãi bỏ"));

    [Fact]
    public Task A_code_that_was_replaced_leads_to_the_new_one() =>
        talk.Says("9.000002 lệ phí bao nhiêu").HearsAsync(card => card.OffersTopic("9.000003"));

    [Fact]
    public Task What_begins_next_year_is_announced_not_answered() =>
        talk.PressesOld("#tt 9.000005 fee").HearsAsync(card => card.Says("áp dụng từ ngày 01/01/2027"));

    [Fact]
    public async Task A_title_alone_is_answered_by_link_hotline_and_an_official()
    {
        await talk.PressesOld("#tt 9.000006 documents").HearsAsync(card =>
        {
            card.Says("Xác nhận nuôi chim yến (mã 9.000006)");
            card.Says("chưa có nội dung chi tiết");
            card.Links("9.000006");
            card.Offers("Gặp cán bộ");
            card.ShowsHotline();
        });
        await talk.Presses("Gặp cán bộ").HearsAsync(card => card.Is(Handling.Escalate));
        Assert.Equal(Chatbot.Hotline.Cases.CaseOrigin.TitleOnly, Assert.Single(talk.Recorded<Chatbot.Hotline.Cases.Case>()).Origin);
    }

    [Fact]
    public Task One_service_under_two_codes_is_shown_as_one() =>
        talk.PressesOld("#tt 9.000007 general").HearsAsync(card => card.Says("Cùng dịch vụ này còn có mã: 9.000008."));

    [Fact]
    public async Task Long_papers_are_told_case_by_case()
    {
        await talk.PressesOld("#tt 9.000001 documents").HearsAsync(card =>
        {
            card.Shows("9.000001", Aspect.Documents);
            card.Says("Trường hợp 1 bướu:");
            card.Says("Còn phần khác của danh sách: ");
            card.Says("Trường hợp 4 bướu");
            card.NeverSays("Giấy số 1 của lạc đà 2 bướu");
            Assert.True(card.Text.Length < 2_600, $"{card.Text.Length} characters");
        });
        await talk.Presses("Trường hợp 2").HearsAsync(card => card.Says("Giấy số 1 của lạc đà 2 bướu"));
    }

    [Fact]
    public async Task Long_steps_go_on_page_after_page_to_the_last_one()
    {
        await talk.PressesOld("#tt 9.000001 steps").HearsAsync(card => card.Says("1. Việc thứ 1 "));
        for (var i = 0; i < 6 && talk.Choices.Any(c => c.Title == "Xem tiếp"); i++) await talk.Presses("Xem tiếp").HearsAsync();
        await talk.PressesOld("#tt 9.000001 steps 99").HearsAsync(card => card.Says("30. Việc thứ 30 "));
    }

    [Fact]
    public Task A_procedure_that_is_gone_is_said_to_be_gone() =>
        talk.PressesOld("#tt 9.999999 fee").HearsAsync(card =>
        {
            card.Says("không còn trong danh mục");
            card.ShowsHotline();
        });

    [Fact]
    public async Task Without_an_office_in_the_catalogue_the_card_comes_from_the_settings()
    {
        var bare = new Talk(KnowledgeForTests.Bare, null, ("Conversations:Hotline:Phone", "0200 1 234 567"), ("Conversations:Hotline:Hours", "giờ hành chính"));
        await bare.Says("giá vàng hôm nay thế nào").HearsAsync(card =>
        {
            card.Says("0200 1 234 567");
            card.Says("giờ hành chính");
        });
    }

    [Fact]
    public async Task What_the_office_set_goes_before_the_catalogue()
    {
        var set = new Talk(KnowledgeForTests.Starter, null, ("Conversations:Hotline:Phone", "0200 1 234 567"));
        await set.Says("giá vàng hôm nay thế nào").HearsAsync(card =>
        {
            card.Calls("0200 1 234 567");
            card.NeverSays("0200 3 000 100");
        });
    }

    [Fact]
    public async Task Made_up_offices_are_left_out_wherever_they_may_not_be_shown()
    {
        var real = new Talk(KnowledgeForTests.Starter.WithoutSampleOffices());
        foreach (var words in new[] { "giá vàng hôm nay thế nào", "#coquan", "#batdau", "đăng ký khai sinh nộp ở đâu" })
            await real.Says(words).HearsAsync(card =>
            {
                card.NeverSays("Bình Minh");
                card.NeverSays("0200 3 000");
            });
    }

    [Theory, InlineData("", HealthState.Degraded), InlineData("0200 1 234 567", HealthState.Well)]
    public void Health_says_when_no_number_is_known(string phone, HealthState state)
    {
        var options = new ConversationsOptions { Hotline = { Phone = phone } };
        var report = new HotlineReporter(new Bare(), new FixedOptions<ConversationsOptions>(options)).Report();
        Assert.Equal(state, report.State);
        if (state != HealthState.Well) Assert.Contains("no hotline number is configured", report.Detail, StringComparison.Ordinal);
    }

    private sealed class Bare : IKnowledgeSource
    {
        public Knowledge Current => KnowledgeForTests.Bare;
    }

    [Fact]
    public async Task Without_any_card_an_answer_is_still_an_answer()
    {
        var bare = new Talk(KnowledgeForTests.Bare);
        await bare.Says("giá vàng hôm nay thế nào").HearsAsync(card => card.NeverSays("Đường dây nóng"));
        await bare.Says("gặp cán bộ").HearsAsync(card => card.Says("trong giờ làm việc"));
    }
}
