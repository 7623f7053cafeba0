using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Testing.Conversations;

namespace Chatbot.Tests.Conversations;

/// <summary>Deleting one's own data takes one confirmation, at once or not at all.</summary>
public sealed class DataRightsTalks
{
    private readonly Talk talk = new(KnowledgeForTests.Starter);

    [Theory, InlineData("xóa dữ liệu của tôi"), InlineData("xoa du lieu cua toi"), InlineData("#xoa")]
    public async Task Deletion_is_asked_confirmed_and_recorded(string words)
    {
        await talk.Says(words).HearsAsync(card => card.Offers("Đồng ý xóa"));
        Assert.Empty(talk.Recorded<Erasure>());
        await talk.Says("đồng ý").HearsAsync(card => card.Says("Mã xác nhận: "));
        var (request, erasure) = (Assert.Single(talk.Recorded<DeletionRequest>()), Assert.Single(talk.Recorded<Erasure>()));
        Assert.Equal(request.Id, erasure.Id);
        Assert.Equal((talk.Account.Id, "citizen-1"), (erasure.AccountId, erasure.CitizenId));
        Assert.Equal(TalkState.New.Write(), talk.Conversation.State);
    }

    [Fact]
    public async Task The_button_confirms_as_well()
    {
        await talk.Says("xóa dữ liệu của tôi").HearsAsync();
        await talk.Presses("Đồng ý xóa").HearsAsync();
        Assert.Single(talk.Recorded<Erasure>());
    }

    [Fact]
    public async Task Declining_keeps_everything()
    {
        await talk.Says("xóa dữ liệu của tôi").HearsAsync();
        await talk.Presses("Không xóa").HearsAsync(card => card.Says("được giữ nguyên"));
        Assert.Empty(talk.Recorded<Erasure>());
    }

    [Fact]
    public async Task A_yes_to_something_else_deletes_nothing()
    {
        await talk.Says("xóa dữ liệu của tôi").HearsAsync();
        await talk.Says("menu").HearsAsync();
        await talk.Says("có").HearsAsync();
        Assert.Empty(talk.Recorded<Erasure>());
    }

    [Fact]
    public async Task A_yes_a_quarter_of_an_hour_later_deletes_nothing()
    {
        await talk.Says("xóa dữ liệu của tôi").HearsAsync();
        await talk.After(TimeSpan.FromMinutes(16)).Says("ok").HearsAsync();
        Assert.Empty(talk.Recorded<Erasure>());
    }

    [Fact]
    public async Task Receipts_and_echoes_do_not_answer_the_question()
    {
        await talk.Says("xóa dữ liệu của tôi").HearsAsync();
        var asked = talk.Conversation.State;
        await talk.Happens(new ChannelEvent.Echo(EchoSource.Ours, "m9", "c", "…")).HearsNothingAsync();
        await talk.Happens(new ChannelEvent.Unfollowed()).HearsNothingAsync();
        Assert.Equal(asked, talk.Conversation.State);
        await talk.Says("đồng ý").HearsAsync(card => card.Says("Mã xác nhận: "));
    }

    [Fact]
    public async Task A_word_that_may_mean_no_asks_again()
    {
        await talk.Says("xóa dữ liệu của tôi").HearsAsync();
        await talk.Says("dung").HearsAsync(card => card.Offers("Đồng ý xóa"));
        await talk.Says("huy").HearsAsync(card => card.Says("được giữ nguyên"));
        Assert.Empty(talk.Recorded<Erasure>());
        Assert.Null(talk.Conversation.OptedOutAt);
    }

    [Fact]
    public async Task An_old_confirmation_button_asks_again()
    {
        await talk.PressesOld("#xoaco").HearsAsync(card => card.Offers("Đồng ý xóa"));
        Assert.Empty(talk.Recorded<Erasure>());
    }

    [Fact]
    public async Task Withdrawal_at_the_platform_needs_no_confirmation_and_gets_no_answer()
    {
        await talk.Happens(new ChannelEvent.DataWithdrawn()).HearsNothingAsync();
        Assert.Single(talk.Recorded<Erasure>());
        Assert.Single(talk.Recorded<DeletionRequest>());
    }
}
