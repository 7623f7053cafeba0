using Chatbot.Testing.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Conversations;

/// <summary>A question about a procedure, its parts, and what is asked next.</summary>
public sealed class ProcedureTalks
{
    private readonly Talk talk = new(KnowledgeForTests.Starter);

    [Fact]
    public Task Papers_are_asked_without_accents() =>
        talk.Says("dang ky khai sinh can giay to gi").HearsAsync(card =>
        {
            card.Shows("1.001193", Aspect.Documents);
            card.Offers("Lệ phí");
            card.Offers("Mục khác");
            card.Links("dichvucong.gov.vn");
        });

    [Fact]
    public async Task Follow_ups_keep_the_topic()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync(card => card.Shows("1.001193", Aspect.Documents));
        await talk.Says("phi bao nhieu").HearsAsync(card => card.Shows("1.001193", Aspect.Fee));
        await talk.Says("thế mất bao lâu").HearsAsync(card => card.Shows("1.001193", Aspect.Time));
        await talk.Says("nộp ở đâu").HearsAsync(card => card.Shows("1.001193", Aspect.Where));
    }

    [Fact]
    public async Task A_new_question_leaves_the_topic()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync(card => card.Shows("1.001193", Aspect.Documents));
        await talk.Says("đăng ký kết hôn mất bao lâu").HearsAsync(card => card.Shows("1.000894", Aspect.Time));
        await talk.Says("lệ phí bao nhiêu").HearsAsync(card => card.Shows("1.000894", Aspect.Fee));
    }

    [Fact]
    public async Task A_topic_of_yesterday_is_forgotten()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.After(TimeSpan.FromHours(25)).Says("phí bao nhiêu").HearsAsync(card => Assert.DoesNotContain(card.Answers, a => a.ProcedureCode == "1.001193"));
    }

    [Fact]
    public Task A_code_is_enough() => talk.Says("1.001193").HearsAsync(card => card.Shows("1.001193", Aspect.General));

    [Fact]
    public Task A_code_and_a_part() => talk.Says("1.001193 lệ phí").HearsAsync(card => card.Shows("1.001193", Aspect.Fee));

    [Fact]
    public Task Where_names_the_body_the_local_office_and_its_hours() =>
        talk.Says("đăng ký khai sinh nộp ở đâu").HearsAsync(card =>
        {
            card.Shows("1.001193", Aspect.Where);
            card.Says("Nơi thực hiện:");
            card.Says("Xã Bình Minh (mẫu)");
            card.Says("Giờ làm việc: thứ Hai đến thứ Sáu");
            card.Says("Hiện đang trong giờ làm việc.");
        });

    [Fact]
    public async Task Where_says_that_the_office_is_closed_on_Sunday()
    {
        talk.Now = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
        await talk.Says("đăng ký khai sinh nộp ở đâu").HearsAsync(card => card.Says("mở cửa lại lúc 7:30 thứ Hai ngày 23/11/2026"));
    }

    [Fact]
    public Task Online_gives_the_page() =>
        talk.PressesOld("#tt 1.004194 online").HearsAsync(card =>
        {
            card.Shows("1.004194", Aspect.Online);
            card.Links("dichvucong.gov.vn");
        });

    [Fact]
    public Task Steps_are_numbered() =>
        talk.Says("các bước đăng ký kết hôn").HearsAsync(card =>
        {
            card.Shows("1.000894", Aspect.Steps);
            card.Says("1. ");
            card.Says("2. ");
        });

    [Fact]
    public Task Legal_basis() => talk.Says("căn cứ pháp lý đăng ký khai sinh").HearsAsync(card => card.Shows("1.001193", Aspect.Legal));

    [Fact]
    public Task Source_decision_and_date_stand_below() =>
        talk.Says("1.001193 lệ phí").HearsAsync(card =>
        {
            card.Says("Nguồn: ");
            card.Says("Quyết định ");
            card.Says("cập nhật ngày ");
        });

    [Fact]
    public Task Two_needs_are_both_answered() =>
        talk.Says("làm khai sinh cần giấy tờ gì và đăng ký kết hôn hết bao nhiêu tiền").HearsAsync(card =>
        {
            card.Shows("1.001193", Aspect.Documents);
            card.Shows("1.000894", Aspect.Fee);
        });

    [Fact]
    public async Task A_correction_of_the_message_is_answered_when_it_changes_the_answer()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Corrects("đăng ký khai sinh cần những giấy tờ gì").HearsNothingAsync();
        await talk.Corrects("đăng ký kết hôn cần giấy tờ gì").HearsAsync(card => card.Shows("1.000894", Aspect.Documents));
    }

    [Fact]
    public async Task Every_answer_is_recorded_with_entry_part_account_and_time()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        var answer = Assert.Single(talk.Recorded<Chatbot.Conversations.AnswerRecord>());
        Assert.Equal(("1.001193", Aspect.Documents, "starter"), (answer.ProcedureCode, answer.Aspect, answer.CatalogueVersion));
        Assert.Equal((talk.Account.Id, talk.Conversation.Id, talk.Conversation.UnitId, 1L), (answer.AccountId, answer.ConversationId, answer.UnitId, answer.EventId));
        Assert.Equal(talk.Now, answer.AnsweredAt);
        Assert.InRange(answer.Confidence, 0.01, 1);
    }

    [Fact]
    public async Task Whatever_is_recorded_as_an_answer_about_a_procedure_has_the_three_lines_source_and_date()
    {
        var all = new Talk(KnowledgeForTests.WithTraps);
        var told = 0;
        foreach (var code in Chatbot.Catalogue.Starter.StarterCatalogue.Procedures.Concat(KnowledgeForTests.Traps).Select(p => p.Code))
            foreach (var press in Enum.GetValues<Aspect>().Select(aspect => $"#tt {code} {Wire.Name(aspect)}").Append($"#muc {code}"))
            {
                var card = await all.PressesOld(press).HearsAsync();
                if (card.Answers.All(a => a.Handling != Handling.Procedure)) continue;
                told++;
                foreach (var line in new[] { "\nNộp trực tuyến: ", "\nNộp hoặc nhận kết quả qua bưu chính: ", "\nThanh toán trực tuyến: ", "\nNguồn: " })
                    Assert.True(card.Text.Contains(line, StringComparison.Ordinal), $"{press} lacks {line}");
                Assert.Matches("cập nhật ngày [0-9]|chưa rõ ngày cập nhật", card.Text);
            }
        Assert.True(told > 500, $"{told} answers");
    }

    [Fact]
    public async Task A_heading_is_not_said_twice()
    {
        foreach (var code in Chatbot.Catalogue.Starter.StarterCatalogue.Procedures.Select(p => p.Code))
            await talk.PressesOld($"#tt {code} documents").HearsAsync(card => card.NeverSays("Giấy tờ cần nộp:\nGiấy tờ phải nộp:"));
        await talk.PressesOld("#tt 1.001193 general").HearsAsync(card => card.NeverSays("Thông tin chung:"));
        await new Talk().PressesOld("#tt 9.000003 fee").HearsAsync(card => card.NeverSays("Lệ phí:\nLệ phí"));
    }

    [Fact]
    public async Task Every_part_of_every_shipped_procedure_is_an_answer_that_can_be_read()
    {
        foreach (var procedure in Chatbot.Catalogue.Starter.StarterCatalogue.Procedures.Where(p => p.Detail != Chatbot.Catalogue.Detail.TitleOnly))
            foreach (var aspect in Enum.GetValues<Aspect>().Where(a => a != Aspect.Status))
                await talk.PressesOld($"#tt {procedure.Code} {Wire.Name(aspect)}").HearsAsync(card =>
                {
                    card.Shows(procedure.Code, aspect);
                    Assert.InRange(card.Text.Length, 100, 4_000);
                    Assert.All(card.Replies[0].Choices, c => Assert.InRange(c.Payload.Length, 1, 200));
                });
    }
}
