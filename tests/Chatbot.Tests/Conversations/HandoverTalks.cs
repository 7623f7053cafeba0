using System.Diagnostics.CodeAnalysis;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Tests.Conversations;

/// <summary>A person takes over: told once, then silence until somebody calls the bot back.</summary>
public sealed class HandoverTalks
{
    private const string Wanted = "cho tôi gặp cán bộ để hỏi về hồ sơ khai sinh của cháu tôi";

    private readonly Talk talk = new(KnowledgeForTests.Starter);

    [Theory]
    [InlineData("gặp cán bộ"), InlineData("gap can bo"), InlineData("cho tôi nói chuyện với người thật")]
    public async Task Asking_for_a_person_hands_over_with_a_code_and_a_time(string words)
    {
        await talk.Says(words).HearsAsync(card =>
        {
            card.Is(Handling.Escalate);
            card.Says("về việc gì");
            card.NeverSays("đã chuyển");
            card.NeverSays("Mã tra cứu: ");
            card.ShowsHotline();
        });
        Assert.Empty(talk.Recorded<Case>());
        Assert.False(talk.Conversation.IsSilent(talk.Now));
        await talk.Says("tôi bị mất giấy khai sinh bản gốc, nhà ở xa").HearsAsync(card =>
        {
            card.Is(Handling.Escalate);
            card.Says("Xã Bình Minh (mẫu). Mã tra cứu: ");
            card.Says("chậm nhất 9:30 thứ Tư ngày 25/11/2026");   // eight open hours; 24 November is a holiday
            card.Says("quay lại");
            card.ShowsHotline();
        });
        var matter = Assert.Single(talk.Recorded<Case>());
        Assert.Equal((CaseKind.Question, CaseOrigin.AskedForPerson, CaseState.New), (matter.Kind, matter.Origin, matter.State));
        Assert.Equal(matter.TrackingCode, TrackingCode.Read(matter.TrackingCode));
        Assert.Equal("tôi bị mất giấy khai sinh bản gốc, nhà ở xa", new OpenSecretBox().UnprotectText(matter.Question));
        Assert.Equal((talk.Conversation.Id, talk.Account.Id), (matter.ConversationId, matter.AccountId));
        Assert.Equal(matter.Id, talk.Conversation.CaseId);
        Assert.Equal(CaseVerb.Open, Assert.Single(talk.Recorded<CaseEvent>()).Verb);
    }

    [Fact]
    public async Task Out_of_hours_the_citizen_hears_when_the_office_opens()
    {
        talk.Now = new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.Zero);   // Saturday evening
        await talk.Says(Wanted).HearsAsync(card => card.Says("Hiện ngoài giờ làm việc; mở cửa lại lúc 7:30 thứ Hai ngày 23/11/2026."));
    }

    [Fact]
    public async Task On_a_holiday_its_name_is_said()
    {
        talk.Now = new DateTimeOffset(2026, 9, 2, 3, 0, 0, TimeSpan.Zero);
        await talk.Says(Wanted).HearsAsync(card => card.Says("Hôm nay cơ quan nghỉ (Quốc khánh); mở cửa lại lúc 7:30 thứ Năm ngày 03/09/2026."));
    }

    [Fact]
    public async Task The_bot_is_silent_afterwards_and_says_so_only_once()
    {
        await talk.Says(Wanted).HearsAsync();
        await talk.Says("tôi cần gấp lắm").HearsNothingAsync();
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsNothingAsync();
        await talk.Says("gặp cán bộ").HearsNothingAsync();
        await talk.PressesOld("#tt 1.001193 fee").HearsNothingAsync();
        await talk.Sends(AttachmentKind.Image).HearsNothingAsync();
        await talk.Shares(21, 105.8).HearsNothingAsync();
        Assert.Single(talk.Recorded<AnswerRecord>());
    }

    [Theory, InlineData("quay lại"), InlineData("quay lai"), InlineData("#quaylai")]
    public async Task The_citizen_calls_the_bot_back(string words)
    {
        await talk.Says(Wanted).HearsAsync();
        await talk.Says(words).HearsAsync(card => card.Says("đã trở lại"));
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync(card => card.Shows("1.001193", Aspect.Documents));
    }

    [Fact]
    public async Task After_the_set_time_the_bot_answers_again()
    {
        await talk.Says(Wanted).HearsAsync();
        await talk.After(TimeSpan.FromHours(11.9)).Says("menu").HearsNothingAsync();
        await talk.After(TimeSpan.FromHours(0.2)).Says("menu").HearsAsync();
    }

    [Fact]
    public async Task An_official_who_writes_silences_the_bot_and_each_message_anew()
    {
        await talk.Happens(new ChannelEvent.Echo(EchoSource.Official, "m9", null, "Chào anh, tôi là Lan ở bộ phận một cửa")).HearsNothingAsync();
        await talk.After(TimeSpan.FromHours(1.5)).Says("dạ vâng").HearsNothingAsync();
        await talk.Happens(new ChannelEvent.Echo(EchoSource.Official, "m10", null, "…")).HearsNothingAsync();
        await talk.After(TimeSpan.FromHours(1.5)).Says("dạ em gửi rồi").HearsNothingAsync();
        await talk.After(TimeSpan.FromHours(1)).Says("menu").HearsAsync();
    }

    [Fact]
    public async Task Our_own_echo_silences_nobody()
    {
        await talk.Happens(new ChannelEvent.Echo(EchoSource.Ours, "m9", "c", "…")).HearsNothingAsync();
        await talk.Says("menu").HearsAsync();
    }

    [Fact]
    public async Task A_thread_that_was_taken_and_returned()
    {
        await talk.Happens(new ChannelEvent.ThreadTaken()).HearsNothingAsync();
        await talk.Says("menu").HearsNothingAsync();
        await talk.Happens(new ChannelEvent.ThreadReturned()).HearsNothingAsync();
        await talk.Says("menu").HearsAsync();
    }

    [Theory]
    [InlineData("nhà tôi đang cháy", "114"), InlineData("bố tôi ngất xỉu bất tỉnh", "115")]
    public async Task Danger_is_answered_also_in_silence(string words, string number)
    {
        await talk.Says(Wanted).HearsAsync();
        await talk.Says(words).HearsAsync(card => card.Calls(number));
        Assert.True(talk.Conversation.IsSilent(talk.Now));
    }

    [Fact]
    public async Task Stopping_and_deleting_work_also_in_silence()
    {
        await talk.Says(Wanted).HearsAsync();
        await talk.Says("dừng nhận tin").HearsAsync(card => card.Says("không nhận tin thông báo"));
        Assert.NotNull(talk.Conversation.OptedOutAt);
        await talk.Says("xóa dữ liệu của tôi").HearsAsync(card => card.Offers("Đồng ý xóa"));
        await talk.Says("đồng ý").HearsAsync();
        Assert.Single(talk.Recorded<Erasure>());
    }

    [Theory]
    [InlineData("tôi muốn tố cáo cán bộ nhận tiền"), InlineData("ổ gà trước nhà tôi nguy hiểm quá")]
    public async Task A_complaint_goes_to_a_person_and_is_not_argued_with(string words)
    {
        await talk.Says(words).HearsAsync(card =>
        {
            card.Is(Handling.Complaint);
            card.Says("đã ghi nhận và chuyển nguyên văn");
            card.Says("Mã tra cứu");
            card.ShowsHotline();
        });
        Assert.Equal(CaseOrigin.Complaint, Assert.Single(talk.Recorded<Case>()).Origin);
        await talk.Says("alo").HearsNothingAsync();
    }

    [Fact]
    public async Task After_no_answer_the_button_says_why_a_person_is_needed()
    {
        await talk.Says("giá vàng hôm nay thế nào").HearsAsync(card => card.Is(Handling.OutOfScope));
        await talk.Presses("Gặp cán bộ").HearsAsync();
        Assert.Equal(CaseOrigin.NoAnswer, Assert.Single(talk.Recorded<Case>()).Origin);
    }

    [Fact]
    public async Task The_button_hands_on_the_question_that_was_asked_before()
    {
        await talk.Says("đăng ký khai sinh cho bé Bông cần giấy tờ gì").HearsAsync();
        await talk.Says("gặp cán bộ").HearsAsync(card => card.Says("đã chuyển câu hỏi"));
        await talk.Says("quay lại").HearsAsync();
        await talk.Says("giá vàng hôm nay thế nào").HearsAsync();
        await talk.PressesOld("#gap").HearsAsync(card => card.Says("đã chuyển câu hỏi"));
        Assert.Equal(["đăng ký khai sinh cho bé Bông cần giấy tờ gì\ngặp cán bộ", "giá vàng hôm nay thế nào"],
            talk.Recorded<Case>().Select(c => new OpenSecretBox().UnprotectText(c.Question)));
    }

    [Theory, InlineData("#gap"), InlineData("gặp cán bộ")]
    public async Task Without_any_question_the_citizen_is_asked_for_it_and_the_next_message_opens_the_case(string words)
    {
        await talk.Says(words).HearsAsync(card =>
        {
            card.NeverSays("đã chuyển");
            card.Says("về việc gì");
        });
        await talk.Sends(AttachmentKind.Image).HearsAsync(card => card.Says("Mã tra cứu"));
        Assert.Single(talk.Recorded<Case>());
        Assert.True(talk.Conversation.IsSilent(talk.Now));
    }

    [Fact]
    public async Task Who_insists_without_telling_is_passed_on_as_well()
    {
        await talk.Says("gặp cán bộ").HearsAsync();
        await talk.Says("gặp cán bộ").HearsAsync(card => card.Says("Mã tra cứu"));
    }

    [Fact]
    public async Task Who_leaves_the_question_is_not_passed_on()
    {
        await talk.Says("gặp cán bộ").HearsAsync();
        await talk.Says("menu").HearsAsync(card => card.NeverSays("Mã tra cứu: "));
        await talk.Says("gặp cán bộ").HearsAsync();
        await talk.After(TimeSpan.FromMinutes(20)).Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync(card => card.Shows("1.001193", Aspect.Documents));
        Assert.Empty(talk.Recorded<Case>());
    }

    [Theory]
    [InlineData("K7M-4PQX nhà tôi đang cháy"), InlineData("1.001193 nhà tôi đang cháy"), InlineData("9.000002 cháy nhà rồi cứu với")]
    public async Task Danger_comes_before_any_code_in_the_same_message(string words)
    {
        var withTraps = new Talk();
        await withTraps.Says(words.Replace("K7M-4PQX", TrackingCode.Show(TrackingCode.New()), StringComparison.Ordinal)).HearsAsync(card =>
        {
            card.Is(Handling.Emergency);
            card.Calls("114");
        });
    }

    [Fact]
    public async Task Danger_told_instead_of_a_matter_is_danger()
    {
        await talk.Says("gặp cán bộ").HearsAsync();
        await talk.Says("nhà tôi đang cháy").HearsAsync(card => card.Calls("114"));
        Assert.Empty(talk.Recorded<Case>());
    }

    [Fact]
    public async Task Danger_written_to_another_app_that_holds_the_thread_is_answered()
    {
        await talk.Happens(new ChannelEvent.ThreadTaken { Text = "nhà tôi đang cháy" }).HearsAsync(card => card.Calls("114"));
        await talk.Happens(new ChannelEvent.ThreadTaken { Text = "đăng ký khai sinh" }).HearsNothingAsync();
    }

    [Theory]
    [InlineData("tôi muốn tố cáo cán bộ nhận tiền", CaseKind.Denunciation), InlineData("toi muon khieu nai quyet dinh thu hoi dat", CaseKind.Complaint)]
    [InlineData("ổ gà trước nhà tôi nguy hiểm quá", CaseKind.Petition)]
    public async Task What_the_citizen_calls_it_suggests_the_kind_that_an_official_confirms(string words, CaseKind kind)
    {
        await talk.Says(words).HearsAsync();
        var matter = Assert.Single(talk.Recorded<Case>());
        Assert.Equal((kind, false, "first-answer"), (matter.Kind, matter.IsKindConfirmed, matter.RuleId));
    }

    [Fact]
    public async Task A_question_of_another_day_is_not_handed_on()
    {
        await talk.Says("giá vàng hôm nay thế nào").HearsAsync();
        await talk.After(TimeSpan.FromHours(25)).PressesOld("#gap").HearsAsync(card => card.NeverSays("đã chuyển câu hỏi"));
    }

    [Fact]
    public async Task Danger_in_a_corrected_message_is_heard_also_in_silence()
    {
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Corrects("nhà tôi đang cháy").HearsAsync(card => card.Calls("114"));
        await talk.Says(Wanted).HearsAsync();
        await talk.Corrects("nhà tôi đang cháy").HearsAsync(card => card.Calls("114"));
    }

    [Fact]
    public async Task Danger_is_heard_by_the_last_resort_in_silence_and_in_a_correction()
    {
        (await talk.Says("nhà tôi đang cháy").HearsLastResortAsync()).Calls("114");
        (await talk.Happens(new ChannelEvent.MessageEdited("m1", "nhà tôi đang cháy")).HearsLastResortAsync()).Calls("114");
        await talk.Says(Wanted).HearsAsync();
        (await talk.Says("nhà tôi đang cháy").HearsLastResortAsync()).Calls("114");
        Assert.Single(talk.Recorded<Case>());
    }

    [Fact]
    public async Task Without_any_catalogue_the_last_resort_gives_the_number_of_the_settings_and_hears_danger()
    {
        var broken = new Talk(services => services.AddSingleton<IKnowledgeSource, NoKnowledge>(), ("Conversations:Hotline:Phone", "0200 1 234 567"));
        var card = await broken.Says("đăng ký khai sinh").HearsLastResortAsync();
        card.Says("đang gặp sự cố");
        card.Says("0200 1 234 567");
        card.Calls("0200 1 234 567");
        Assert.Equal(CaseOrigin.Failed, Assert.Single(broken.Recorded<Case>()).Origin);
        (await broken.Says("nha toi dang chay").HearsLastResortAsync()).Calls("114");
    }

    [Fact]
    public async Task Without_keys_the_last_resort_gives_the_number_of_the_office_it_knew()
    {
        var broken = new Talk(services => services.AddSingleton<ISecretBox, NoKeys>().AddSingleton<IKnowledgeSource, StarterKnowledge>());
        await broken.Says("menu").HearsAsync();
        var card = await broken.Says("đăng ký khai sinh").HearsLastResortAsync();
        card.Says("đang gặp sự cố");
        card.ShowsHotline();
        Assert.Empty(broken.Recorded<Case>());
    }

    [Fact]
    public async Task When_the_bot_breaks_the_citizen_gets_an_apology_the_card_and_a_handover()
    {
        var card = await talk.Says("đăng ký khai sinh").HearsLastResortAsync();
        card.Says("đang gặp sự cố");
        card.ShowsHotline();
        Assert.Equal(CaseOrigin.Failed, Assert.Single(talk.Recorded<Case>()).Origin);
        Assert.False(talk.Conversation.IsSilent(talk.Now));
    }

    [Fact]
    public async Task The_last_resort_says_nothing_about_events_that_need_no_answer() =>
        Assert.Empty((await talk.Happens(new ChannelEvent.Unfollowed()).HearsLastResortAsync()).Replies);

    [Fact]
    public async Task Calling_back_a_bot_that_never_left() => await talk.Says("quay lại").HearsAsync(card => card.Says("vẫn đang ở đây"));

    private sealed class NoKnowledge : IKnowledgeSource
    {
        public Knowledge Current => throw new InvalidOperationException("The catalogue is down.");
    }

    private sealed class StarterKnowledge : IKnowledgeSource
    {
        public Knowledge Current => KnowledgeForTests.Starter;
    }

    private sealed class NoKeys : ISecretBox
    {
        public byte[] Protect(ReadOnlySpan<byte> plain) => throw new InvalidOperationException("The keys are gone.");

        public bool TryUnprotect(byte[] secret, [NotNullWhen(true)] out byte[]? plain) => throw new InvalidOperationException("The keys are gone.");
    }
}
