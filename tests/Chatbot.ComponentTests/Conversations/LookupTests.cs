using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Conversations;

/// <summary>What the bot looks up in the database: tracking codes and the citizen's own data; and what an official closes.</summary>
public sealed class LookupTests
{
    private const string Wanted = "cho tôi gặp cán bộ để hỏi về hồ sơ khai sinh của cháu tôi";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_tells_its_status_until_it_is_closed_and_after(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var talk = await TalkAsync(database);
        await talk.Says(Wanted).HearsAsync();
        await SaveAsync(database, talk);
        var code = TrackingCode.Show(Assert.Single(talk.Recorded<Case>()).TrackingCode);
        await talk.Says($"tình trạng {code}").HearsAsync(card => card.Says($"Mã {code}: đã chuyển cán bộ ngày 23/11/2026, đang chờ trả lời."));
        var close = CloserOf(database, kind, talk.Now.AddHours(1));
        Assert.Equal(Closing.Done, await close.CloseAsync(code, CancellationToken.None));
        Assert.Equal(Closing.WasClosed, await close.CloseAsync(code, CancellationToken.None));
        await talk.Says(code.ToLowerInvariant()).HearsAsync(card => card.Says("đã xử lý xong ngày 23/11/2026"));
        await using var db = database.NewContext();
        Assert.Null((await db.Set<Conversation>().SingleAsync()).SilentUntil);
    }

    [Theory, OnSqlite]
    public async Task An_unknown_code_is_said_to_be_unknown_and_a_mistyped_one_is_no_code(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var talk = await TalkAsync(database);
        await talk.Says($"tình trạng {TrackingCode.Show(TrackingCode.New())}").HearsAsync(card => card.Says("không tìm thấy mã"));
        var close = CloserOf(database, kind, talk.Now);
        Assert.Equal(Closing.NotACode, await close.CloseAsync("ABC", CancellationToken.None));
        Assert.Equal(Closing.Unknown, await close.CloseAsync(TrackingCode.New(), CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_bot_stays_silent_while_another_matter_is_open(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var talk = await TalkAsync(database);
        await talk.Says(Wanted).HearsAsync();
        await talk.Says("quay lại").HearsAsync();
        await talk.Says(Wanted).HearsAsync();
        await SaveAsync(database, talk);
        var codes = talk.Recorded<Case>().Select(c => c.TrackingCode).ToList();
        var close = CloserOf(database, kind, talk.Now);
        Assert.Equal(2, (await new ListOpenCases(DeskOf(database, kind, talk.Now)).ListAsync(CancellationToken.None)).Count);
        await close.CloseAsync(codes[0], CancellationToken.None);
        Assert.NotNull(await SilenceAsync(database));
        await close.CloseAsync(codes[1], CancellationToken.None);
        Assert.Null(await SilenceAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Own_data_are_shown_as_counts_and_codes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var talk = await TalkAsync(database);
        await talk.Says("đăng ký khai sinh cần giấy tờ gì").HearsAsync();
        await talk.Says(Wanted).HearsAsync();
        await SaveAsync(database, talk);
        await PlantEventsAsync(database, talk, "user_send_text", "user_send_image", "user_received_message", "user_seen_message", "oa_send_text");
        await talk.Says("xem dữ liệu của tôi").HearsAsync(card =>
        {
            card.Says("nội dung 2 tin anh/chị đã gửi");
            card.Says("nội dung 0 tin trợ lý đã gửi");
            card.NeverSays("không có tên");
            card.Says("từ ngày 23/11/2026");
            card.Says("2 lần trợ lý trả lời");
            card.Says("1 việc đã chuyển cán bộ (mã ");
            card.Offers("Xóa dữ liệu của tôi");
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_official_reads_in_the_list_where_the_chat_is_and_what_was_asked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var talk = await TalkAsync(database);
        await talk.Says("giá vàng hôm nay\nthế nào").HearsAsync();
        await talk.PressesOld("#gap").HearsAsync();
        await SaveAsync(database, talk);
        var output = new StringWriter();
        await Chatbot.Cli.HandoverVerb.ListAsync(new ListOpenCases(DeskOf(database, kind, talk.Now)), new OpenSecretBox(), output, CancellationToken.None);
        var line = Assert.Single(output.ToString().TrimEnd().Split('\n'));
        Assert.EndsWith("\tZalo\toa-1\tcitizen-1\tgiá vàng hôm nay thế nào", line, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_is_told_only_in_the_talk_that_opened_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var talk = await TalkAsync(database);
        await talk.Says(Wanted).HearsAsync();
        await SaveAsync(database, talk);
        var stranger = new Talk(KnowledgeForTests.Starter, new Contexts(database));
        var code = TrackingCode.Show(Assert.Single(talk.Recorded<Case>()).TrackingCode);
        await stranger.Says($"tình trạng {code}").HearsAsync(card => card.Says("không tìm thấy mã"));
    }

    private static CaseDesk DeskOf(TestDatabase database, DatabaseKind kind, DateTimeOffset now) => new(
        new Contexts(database), new WriteGate(kind), new LiveChanges(new DatabaseInfo(kind, database.ConnectionString)),
        new Chatbot.Officials.Audit.AuditTrail(new FixedClock(now)), new FixedClock(now));

    private static CloseCase CloserOf(TestDatabase database, DatabaseKind kind, DateTimeOffset now) =>
        new(DeskOf(database, kind, now), new OpenSecretBox(), Microsoft.Extensions.Options.Options.Create(new CaseOptions()));

    private static async Task PlantEventsAsync(TestDatabase database, Talk talk, params string[] kinds)
    {
        await using var db = database.NewContext();
        db.AddRange(kinds.Select(kind => new InboundEvent
        {
            AccountId = talk.Account.Id, PlatformAccountId = "oa-1", EventKey = kind, Kind = kind, CitizenId = talk.Conversation.CitizenId,
            OccurredAt = talk.Now, ReceivedAt = talk.Now, Status = EventStatus.Handled, Body = [1],
        }));
        await db.SaveChangesAsync();
    }

    private static async Task<Talk> TalkAsync(TestDatabase database)
    {
        var talk = new Talk(KnowledgeForTests.Starter, new Contexts(database));
        await using var db = database.NewContext();
        db.Add(talk.Account);
        db.Add(talk.Conversation);
        await db.SaveChangesAsync();
        return talk;
    }

    private static async Task SaveAsync(TestDatabase database, Talk talk)
    {
        await using var db = database.NewContext();
        db.AddRange(talk.Records);
        db.Update(talk.Conversation);
        await db.SaveChangesAsync();
    }

    private static async Task<DateTimeOffset?> SilenceAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return (await db.Set<Conversation>().SingleAsync()).SilentUntil;
    }
}
