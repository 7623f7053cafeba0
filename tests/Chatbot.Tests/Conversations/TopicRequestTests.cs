using Chatbot.Campaigns.Audience;
using Chatbot.Conversations;
using Chatbot.Conversations.Topics;

namespace Chatbot.Tests.Conversations;

/// <summary>Topics in everyday words: what is a choice, and what only looks like one.</summary>
public sealed class TopicRequestTests
{
    private static readonly IReadOnlyList<OfferedTopic> Offered =
    [
        new("tiem-chung", "Tiêm chủng trẻ em", null), new("thue", "Thuế", null), new("thue-dat", "Thuế đất", true), new("thu-gom-rac", "Lịch thu gom rác", null),
        new("cat-dien", "Cắt điện, cắt nước", null), new("nha-o", "Thuê nhà ở xã hội", null), new("thoi-tiet", "Thời tiết", null),
    ];

    [Theory]
    [InlineData("nhận tin về tiêm chủng", "tiem-chung")]
    [InlineData("nhan tin ve tiem chung", "tiem-chung")]
    [InlineData("Cho tôi nhận thông báo tiêm chủng với ạ", "tiem-chung")]
    [InlineData("em muốn đăng ký nhận tin tức về tiêm chủng trẻ em nhé!", "tiem-chung")]
    [InlineData("dang ky tin thu gom rac", "thu-gom-rac")]
    [InlineData("theo dõi tin thời tiết", "thoi-tiet")]
    [InlineData("theo doi tin thoi tiet", "thoi-tiet")]
    [InlineData("nhắc tôi lịch tiêm chủng", "tiem-chung")]
    [InlineData("gửi cho tôi tin về cắt điện", "cat-dien")]
    [InlineData("nhận tin về thuế đất", "thue-dat")]
    [InlineData("nhận tin về thuế", "thue")]
    [InlineData("nhận tin thuê nhà ở", "nha-o")]
    [InlineData("đăng ký nhận tin về tiêm chủng và thu gom rác được không", "thu-gom-rac tiem-chung")]
    public void Asking_for_a_topic_is_understood(string words, string codes) => AssertRead(words, TopicWish.Want, codes);

    [Theory]
    [InlineData("bỏ nhận tin về tiêm chủng", "tiem-chung")]
    [InlineData("bo nhan tin ve tiem chung", "tiem-chung")]
    [InlineData("tôi không muốn nhận tin tiêm chủng nữa", "tiem-chung")]
    [InlineData("đừng gửi thông báo thu gom rác cho em nữa", "thu-gom-rac")]
    [InlineData("dung gui tin thue dat nua", "thue-dat")]
    [InlineData("hủy đăng ký tin thời tiết", "thoi-tiet")]
    [InlineData("tin cắt điện khỏi gửi cho tôi nữa nha", "cat-dien")]
    [InlineData("từ chối nhận tin về thuế", "thue")]
    [InlineData("không cần nhắc lịch tiêm chủng nữa", "tiem-chung")]
    [InlineData("huỷ chủ đề tiêm chủng", "tiem-chung")]
    public void Leaving_a_topic_is_understood(string words, string codes) => AssertRead(words, TopicWish.Refuse, codes);

    [Theory]
    [InlineData("dừng nhận tin"), InlineData("STOP"), InlineData("hủy"), InlineData("dừng tất cả tin"), InlineData("không nhận tin nữa"), InlineData("thôi đừng gửi tin cho tôi nữa")]
    [InlineData("đừng gửi tin gì nữa, kể cả tiêm chủng"), InlineData("dừng mọi tin của xã"), InlineData("không đăng ký nhận tin"), InlineData("hủy nhận thông báo"), InlineData("nhận tin"), InlineData("nhận tin lại")]
    [InlineData("dang ky thong bao luu tru"), InlineData("xã đã gửi tin tiêm chủng cho con tôi rồi"), InlineData("tôi không nhận được thông báo thuế"), InlineData("chưa nhận tin tiêm chủng")]
    [InlineData("tin tiêm chủng"), InlineData("tiêm chủng ở đâu"), InlineData("nhận thông báo thuế ở đâu"), InlineData("có nhận tin tiêm chủng không"), InlineData("đừng hủy tin tiêm chủng")]
    [InlineData("tôi nhận tin nhắn lừa đảo về thuế"), InlineData("đăng ký khai sinh cần giấy tờ gì"), InlineData("nộp thuế đất thế nào"), InlineData("")]
    public void Everything_else_is_left_to_the_others(string words)
    {
        if (TopicRequest.Read(CitizenWords.Plain(words)) is not { } request) return;
        Assert.Empty(TopicMatch.Of(request.About, Offered).Topics);
        Assert.False(request.IsFirm, words);
        Assert.True(request.Wish is TopicWish.Want or TopicWish.Refuse, words);
    }

    [Theory, InlineData("đăng ký nhận tin"), InlineData("dang ky nhan tin"), InlineData("tôi muốn đăng ký nhận tin của phường"), InlineData("đăng ký nhận thông báo")]
    public void Who_names_none_is_shown_them(string words) => Assert.Equal(TopicWish.Join, TopicRequest.Read(CitizenWords.Plain(words))?.Wish);

    [Theory, InlineData("các chủ đề"), InlineData("xem chu de"), InlineData("Chủ đề nhận tin")]
    public void They_can_be_asked_for(string words) => Assert.Equal(TopicWish.List, TopicRequest.Read(CitizenWords.Plain(words))?.Wish);

    [Theory]
    [InlineData("bỏ nhận tin về pháo hoa"), InlineData("bo nhan tin ve phao hoa"), InlineData("đừng gửi tin pháo hoa cho tôi nữa"), InlineData("tôi không muốn nhận thông báo về việc làm nữa")]
    [InlineData("mấy cái thông báo họp dân này đừng gửi cho tôi nữa"), InlineData("không cần nhắc lịch bóng đá và pháo hoa nữa")]
    public void Leaving_what_no_office_tells_about_names_it(string words) => Assert.True(TopicRequest.Read(CitizenWords.Plain(words)) is { Wish: TopicWish.Refuse, IsFirm: true }, words);

    [Theory]
    [InlineData("làm ơn ngưng gửi tin cho số này"), InlineData("nhận tin chi mà lắm rứa, thôi đừng gửi"), InlineData("mỗi ngày 3 tin ai chịu nổi, ngưng giùm"), InlineData("phiền quá đừng gửi thông báo nữa")]
    [InlineData("tôi chuyển đi nơi khác rồi, khỏi gửi tin cho tôi"), InlineData("đừng gửi tin rác nữa"), InlineData("dung gui tin quang cao nua"), InlineData("không nhận tin của mấy ông nữa")]
    [InlineData("dừng nhận tin"), InlineData("đừng gửi tin nhắn nữa nhiều quá"), InlineData("hủy nhận thông báo")]
    [InlineData("hủy thông báo lưu trú"), InlineData("không nhận thông báo nộp thuế thì có bị phạt"), InlineData("không gửi thông tin cá nhân"), InlineData("bỏ thông tin người cha trên giấy khai sinh")]
    public void A_reason_to_want_no_messages_at_all_names_none(string words) => Assert.False(TopicRequest.Read(CitizenWords.Plain(words)) is { IsFirm: true }, words);

    [Fact]
    public void A_part_of_two_names_is_asked_back()
    {
        var match = TopicMatch.Of(["thu"], [new("a", "Thu gom rác", null), new("b", "Thu phí chợ", null)]);
        Assert.False(match.IsSure);
        Assert.Equal(2, match.Topics.Count);
    }

    [Fact]
    public void What_no_office_tells_about_is_firm_only_when_nothing_else_can_be_meant()
    {
        Assert.True(TopicRequest.Read(CitizenWords.Plain("tôi muốn đăng ký nhận tin về pháo hoa"))!.IsFirm);
        Assert.False(TopicRequest.Read(CitizenWords.Plain("nhận thông báo lưu trú"))!.IsFirm);
    }

    [Theory, InlineData("#chude"), InlineData("#chude 3"), InlineData("#nhantin tiem-chung"), InlineData("#botin tiem-chung")]
    public void Buttons_are_read_as_they_were_written(string payload) => Assert.Equal(payload, Button.Read(payload)!.Write());

    private static void AssertRead(string words, TopicWish wish, string codes)
    {
        var request = TopicRequest.Read(CitizenWords.Plain(words));
        Assert.NotNull(request);
        Assert.Equal(wish, request.Wish);
        var match = TopicMatch.Of(request.About, Offered);
        Assert.True(match.IsSure, string.Join(' ', request.About));
        Assert.Equal(codes, string.Join(' ', match.Topics.Select(t => t.Code).Order(StringComparer.Ordinal)));
    }
}
