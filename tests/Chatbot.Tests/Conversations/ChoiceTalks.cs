using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Testing.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Conversations;

/// <summary>Buttons, typed numbers, questions back and corrections.</summary>
public sealed class ChoiceTalks
{
    private readonly Talk talk = new(KnowledgeForTests.Starter);

    [Fact]
    public async Task Buttons_lead_to_the_other_parts_and_back()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Presses("Lệ phí").HearsAsync(card => card.Shows("1.001193", Aspect.Fee));
        await talk.Presses("Mục khác").HearsAsync(card => card.Offers("Căn cứ pháp lý"));
        await talk.Presses("Căn cứ pháp lý").HearsAsync(card => card.Shows("1.001193", Aspect.Legal));
    }

    [Fact]
    public async Task Typed_numbers_press_buttons()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Says("1").HearsAsync(card => card.Shows("1.001193", Aspect.Fee));
    }

    [Theory, InlineData("2"), InlineData("số 2"), InlineData("chọn 2."), InlineData("cai thu 2"), InlineData("2)")]
    public async Task A_number_is_written_in_many_ways(string words)
    {
        await talk.Says("#tt 1.001193 documents").HearsAsync();
        var second = talk.Choices[1].Payload;
        await talk.Says(words).HearsAsync(card => Assert.Equal(((Button.Topic)Button.Read(second)!).Aspect, Assert.Single(card.Answers).Aspect));
    }

    [Fact]
    public async Task A_number_outside_the_list_keeps_the_list()
    {
        await talk.Says("#tt 1.001193 documents").HearsAsync();
        await talk.Says("9").HearsAsync(card => card.Says("Danh sách chỉ có 4 mục"));
        await talk.Says("1").HearsAsync(card => card.Shows("1.001193", Aspect.Fee));
    }

    [Fact]
    public async Task Old_buttons_work_months_later()
    {
        await talk.Says("đăng ký kết hôn mất bao lâu").HearsAsync();
        await talk.After(TimeSpan.FromDays(200)).PressesOld("#tt 1.001193 documents").HearsAsync(card => card.Shows("1.001193", Aspect.Documents));
    }

    [Fact]
    public async Task A_pressed_button_sets_the_topic()
    {
        await talk.PressesOld("#tt 1.000894 documents").HearsAsync();
        await talk.Says("lệ phí bao nhiêu").HearsAsync(card => card.Shows("1.000894", Aspect.Fee));
    }

    [Fact]
    public async Task A_press_on_Facebook_comes_as_payload_beside_the_title()
    {
        var press = talk.Message("Lệ phí") with { Payload = "#tt 1.001193 fee" };
        await talk.Happens(new ChannelEvent.MessageReceived(press)).HearsAsync(card => card.Shows("1.001193", Aspect.Fee));
    }

    [Fact]
    public async Task A_question_as_payload_is_heard_as_a_question()
    {
        var press = talk.Message("") with { Payload = "Đăng ký khai sinh cần giấy tờ gì?" };
        await talk.Happens(new ChannelEvent.MessageReceived(press)).HearsAsync(card => card.Shows("1.001193", Aspect.Documents));
    }

    [Fact]
    public async Task A_payload_of_another_time_leads_to_the_menu()
    {
        var press = talk.Message("") with { Payload = "#khongconnua" };
        await talk.Happens(new ChannelEvent.MessageReceived(press)).HearsAsync(card => card.Offers("Thủ tục thường gặp"));
    }

    [Theory, InlineData("không phải"), InlineData("sai rồi"), InlineData("khong phai cai nay")]
    public async Task A_wrong_answer_is_put_right(string words)
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Says(words).HearsAsync(card =>
        {
            card.Is(Handling.Clarify);
            card.Says("Xin lỗi");
            card.ShowsHotline();
            card.Offers("Gặp cán bộ");
        });
    }

    [Theory, InlineData("dung"), InlineData("huy"), InlineData("ngung")]
    public async Task A_bare_word_after_our_question_is_no_opt_out(string words)
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Says("không phải").HearsAsync(card => card.Is(Handling.Clarify));
        await talk.Says(words).HearsAsync();
        Assert.Null(talk.Conversation.OptedOutAt);
        await talk.Says("cảm ơn nhé").HearsAsync();
        await talk.Says(words).HearsAsync();
        Assert.Equal(talk.Now, talk.Conversation.OptedOutAt);
    }

    [Theory, InlineData("dung"), InlineData("đúng"), InlineData("ok")]
    public async Task Yes_to_the_one_service_that_was_offered_chooses_it(string words)
    {
        talk.Conversation.State = new TalkState { Options = ["#tt 1.001193 fee", "#gap"], AskedAt = talk.Now.ToUnixTimeSeconds() }.Write();
        await talk.Says(words).HearsAsync(card => card.Shows("1.001193", Aspect.Fee));
    }

    [Fact]
    public async Task Yes_to_several_asks_which_and_the_numbers_stay_valid()
    {
        talk.Conversation.State = new TalkState { Options = ["#tt 1.001193 fee", "#tt 1.000894 fee"], AskedAt = talk.Now.ToUnixTimeSeconds() }.Write();
        await talk.Says("dung").HearsAsync(card => card.Says("một số từ 1 đến 2"));
        await talk.Says("2").HearsAsync(card => card.Shows("1.000894", Aspect.Fee));
    }

    [Theory, InlineData("làm lại giấy khai sinh"), InlineData("căn cước"), InlineData("đăng ký xe")]
    public async Task Close_candidates_are_asked_back_and_a_number_chooses(string words)
    {
        var card = await talk.Says(words).HearsAsync();
        if (card.Answers.All(a => a.Handling != Handling.Clarify)) return;   // the matcher was sure: nothing to ask
        card.ShowsHotline();
        Assert.InRange(talk.Choices.Count(c => c.Payload.StartsWith("#tt ", StringComparison.Ordinal)), 2, 4);
        var second = (Button.Topic)Button.Read(talk.Choices[1].Payload)!;
        await talk.Says("2").HearsAsync(chosen => Assert.Contains(chosen.Answers, a => a.ProcedureCode == second.Code));
    }
}
