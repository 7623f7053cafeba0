using Chatbot.Campaigns.Audience;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Conversations;

/// <summary>Citizens choose in the talk what they are told about; stopping everything goes before every choice.</summary>
public sealed class TopicTalksTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_topic_is_asked_for_and_left_in_words_and_recorded_once(DatabaseKind kind)
    {
        await using var topics = await TopicTalk.StartAsync(kind, ("tiem-chung", "Tiêm chủng"), ("thue", "Thuế"));
        await topics.Talk.Says("nhận tin về tiêm chủng").HearsAsync(card => card.Says("sẽ nhận tin của cơ quan về: Tiêm chủng"));
        var first = await topics.SavedAsync(times: 2);   // the event was handled twice
        Assert.Equal(("tiem-chung", true), (Assert.Single(first).Topic, first[0].IsWanted));
        topics.Talk.Now += TimeSpan.FromHours(1);
        await topics.Talk.Says("nhan tin ve tiem chung").HearsAsync(card => card.Offers("Bỏ nhận"));
        Assert.Equal(first[0].ChosenAt, Assert.Single(await topics.SavedAsync()).ChosenAt);
        await topics.Talk.Says("bỏ nhận tin về tiêm chủng").HearsAsync(card =>
        {
            card.Says("sẽ không nhận tin về: Tiêm chủng nữa");
            card.Offers("Dừng mọi tin");
        });
        Assert.False(Assert.Single(await topics.SavedAsync(times: 2)).IsWanted);
        Assert.Null(topics.Talk.Conversation.OptedOutAt);
        await topics.Talk.Says("xem dữ liệu của tôi").HearsAsync(card => card.Says("chủ đề muốn nhận: không có; chủ đề đã bỏ: Tiêm chủng"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task They_are_chosen_from_a_list_with_buttons_and_by_number(DatabaseKind kind)
    {
        await using var topics = await TopicTalk.StartAsync(kind, [.. Enumerable.Range(1, 6).Select(n => ($"chu-de-{n}", $"Chủ đề số {n} có tên khá dài"))]);
        await topics.Talk.Says("đăng ký nhận tin").HearsAsync(card => Assert.Equal(4, card.Replies[0].Choices.Count));
        await topics.Talk.Presses("Xem tiếp").HearsAsync(card => card.Offers("Chủ đề số 4"));
        await topics.Talk.Says("2").HearsAsync(card => card.Says("Chủ đề số 5"));
        Assert.Equal("chu-de-5", Assert.Single(await topics.SavedAsync()).Topic);
        await topics.Talk.Presses("Chủ đề khác").HearsAsync(card => card.Says("Đang nhận: Chủ đề số 5 có tên khá dài."));
        await topics.Talk.PressesOld("#botin chu-de-5").HearsAsync();
        Assert.False(Assert.Single(await topics.SavedAsync()).IsWanted);
        await topics.Talk.PressesOld("#nhantin da-go").HearsAsync(card => card.Says("không có chủ đề này"));
        Assert.Single(await topics.SavedAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stopping_everything_goes_before_every_topic(DatabaseKind kind)
    {
        await using var topics = await TopicTalk.StartAsync(kind, ("tiem-chung", "Tiêm chủng"));
        foreach (var words in new[] { "dừng nhận tin", "không nhận tin nữa", "thôi đừng gửi tin cho tôi nữa" })
        {
            await topics.Talk.Says(words).HearsAsync(card => card.Says("không nhận tin thông báo"));
            Assert.NotNull(topics.Talk.Conversation.OptedOutAt);
            await topics.Talk.Says("nhận tin về tiêm chủng").HearsAsync(card => card.Says("đang dừng nhận mọi tin"));
            Assert.NotNull(topics.Talk.Conversation.OptedOutAt);
            await topics.Talk.Presses("Nhận tin trở lại").HearsAsync();
            Assert.Null(topics.Talk.Conversation.OptedOutAt);
        }
        Assert.True(Assert.Single(await topics.SavedAsync()).IsWanted);
        topics.Talk.Conversation.OptOut(topics.Talk.Now);
        await topics.Talk.Says("đăng ký nhận tin").HearsAsync(card => card.Says("trở lại"));
        Assert.Null(topics.Talk.Conversation.OptedOutAt);
    }

    [Theory, OnSqlite]
    public async Task Where_an_office_has_none_everything_is_as_before_and_an_official_is_not_interrupted(DatabaseKind kind)
    {
        await using var none = await TopicTalk.StartAsync(kind);
        await none.Talk.Says("đăng ký nhận tin").HearsAsync(card => card.Says("trở lại"));
        await none.Talk.Says("các chủ đề").HearsAsync(card => card.Says("chưa có chủ đề"));
        foreach (var words in new[] { "nhận tin về pháo hoa", "nhận tin về tiêm chủng", "tôi muốn nhận tin về hội chợ" })
        {
            await none.Talk.Says(words).HearsAsync();
            Assert.Null(none.Talk.Conversation.OptedOutAt);   // whoever asks for messages is not taken for somebody who wants none
        }
        await using var topics = await TopicTalk.StartAsync(kind, ("tiem-chung", "Tiêm chủng"));
        topics.Talk.Conversation.FallSilent(topics.Talk.Now.AddHours(1));
        await topics.Talk.Says("nhận tin về tiêm chủng").HearsNothingAsync();
        Assert.Null(topics.Talk.Conversation.OptedOutAt);
        await topics.Talk.Says("bỏ nhận tin về tiêm chủng").HearsAsync(card => card.Says("không nhận tin về: Tiêm chủng"));
        await topics.Talk.PressesOld("#nhantin tiem-chung").HearsNothingAsync();
        Assert.False(Assert.Single(await topics.SavedAsync()).IsWanted);
    }

    [Theory, OnSqlite]
    public async Task Leaving_what_the_office_does_not_send_stops_nothing_else(DatabaseKind kind)
    {
        await using var topics = await TopicTalk.StartAsync(kind, ("tiem-chung", "Tiêm chủng"), ("thue", "Thuế"));
        await topics.Talk.Says("bỏ nhận tin về pháo hoa").HearsAsync(card =>
        {
            card.Says("chưa dừng tin nào");
            card.Offers("Bỏ: Tiêm chủng");
            card.Offers("Dừng mọi tin");
        });
        Assert.Null(topics.Talk.Conversation.OptedOutAt);
        await topics.Talk.Presses("Bỏ: Thuế").HearsAsync(card => card.Says("không nhận tin về: Thuế"));
        Assert.Equal(("thue", false), (Assert.Single(await topics.SavedAsync()).Topic, false));
        topics.Talk.Conversation.FallSilent(topics.Talk.Now.AddHours(1));
        await topics.Talk.Says("đừng gửi tin pháo hoa nữa").HearsAsync(card => card.Says("chưa dừng tin nào"));   // while an official answers too
        await topics.Talk.Presses("Dừng mọi tin").HearsAsync();
        Assert.NotNull(topics.Talk.Conversation.OptedOutAt);
        await using var none = await TopicTalk.StartAsync(kind);
        await none.Talk.Says("bỏ nhận tin về pháo hoa").HearsAsync(card => card.Offers("Dừng mọi tin"));
        Assert.Null(none.Talk.Conversation.OptedOutAt);
        foreach (var words in new[] { "làm ơn ngưng gửi tin cho số này", "phiền quá đừng gửi thông báo nữa", "đừng gửi tin rác nữa" })
        {
            none.Talk.Conversation.OptIn();
            await none.Talk.Says(words).HearsAsync();
            Assert.True(none.Talk.Conversation.OptedOutAt is not null, words);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_very_first_message_may_choose_and_a_repeated_event_chooses_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        host.Handler.Beside = turn => turn.ChangeLast((db, ct) => TopicChoices.SaveAsync(db, turn.Conversation.Id, ["tiem-chung"], isWanted: true, turn.Now, ct));
        var said = TestChannel.Says("a", "1", "nhận tin về tiêm chủng");
        await host.Inbox.AcceptAsync([said, TestChannel.Says("a", "2", "nhận tin về tiêm chủng")], default);
        await host.Inbox.AcceptAsync([said], default);
        await host.IdleAsync();
        Assert.Single(await host.RowsAsync<TopicChoice>());
        Assert.Equal(2, host.Channel.Mailbox.Count);
    }

    private sealed class TopicTalk : IAsyncDisposable
    {
        private readonly TestDatabase database;

        private TopicTalk(TestDatabase database) => (this.database, Talk) = (database, new Talk(KnowledgeForTests.Starter, new Contexts(database)));

        public Talk Talk { get; }

        public static async Task<TopicTalk> StartAsync(DatabaseKind kind, params (string Code, string Name)[] topics)
        {
            var started = new TopicTalk(await TestDatabase.CreateMigratedAsync(kind));
            await using var db = started.database.NewContext();
            db.AddRange(started.Talk.Account, started.Talk.Conversation);
            db.AddRange(topics.Select(t => new OutreachTopic { UnitId = Unit.RootId, Code = t.Code, Name = t.Name }));
            await db.SaveChangesAsync();
            return started;
        }

        /// <summary>Carries out what the turns left to the dispatcher's transaction.</summary>
        public async Task<List<TopicChoice>> SavedAsync(int times = 1)
        {
            await using var db = database.NewContext();
            var changes = Talk.TakeChanges();
            for (var i = 0; i < times; i++)
                foreach (var change in changes) await change(db, CancellationToken.None);
            return await db.Set<TopicChoice>().ToListAsync();
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
