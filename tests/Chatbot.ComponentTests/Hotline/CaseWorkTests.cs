using System.Text;
using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Hotline.Inbox;
using Chatbot.Hotline.Phrases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Hotline;

/// <summary>What officials do around an answer, and what follows it.</summary>
public sealed class CaseWorkTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Guid Lan = Guid.NewGuid();
    private static readonly Guid Minh = Guid.NewGuid();
    private static readonly Guid[] All = [Unit.RootId];

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_written_in_a_case_is_found_without_accents_and_stands_nowhere_in_plain(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var road = await host.OpenAsync("a", question: "Ổ gà trước cổng trường Đoàn Kết");
        var land = await host.OpenAsync("b", question: "tách thửa đất ở");
        await host.Get<NoteCase>().NoteAsync(Guid.NewGuid(), land.Id, Lan, "đã gọi cho bà Nguyễn Thị Hường", [Minh], Ct);
        await host.CitizenWritesAsync(road, "nước ngập cả tuần");
        async Task<IEnumerable<Guid>> FindAsync(string words) => (await host.Get<FindCases>().FindAsync(new CaseFilter(All) { Search = words }, Ct)).Rows.Select(r => r.Id);
        Assert.Equal([road.Id], await FindAsync("truong doan ket O GA"));
        Assert.Equal([land.Id], await FindAsync("Hường"));
        Assert.Equal([road.Id], await FindAsync("ngap nuoc"));
        Assert.Equal([road.Id], await FindAsync(TrackingCode.Show(road.TrackingCode).ToLowerInvariant()));
        Assert.Empty(await FindAsync("ổ gà đất"));
        Assert.Empty(await FindAsync("?!"));
        Assert.Equal(Minh, Assert.Single(await host.RowsAsync<Notice>(), n => n.Kind == NoticeKind.Mentioned).OfficialId);
        await using var db = host.Database.NewContext();
        Assert.DoesNotContain(await db.Set<CaseNote>().ToListAsync(), n => n.Text.Contains("Hường", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_filter_sort_and_keep_to_the_units_of_the_reader(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var first = await host.OpenAsync("a");
        host.Clock.Move(TimeSpan.FromHours(1));
        var second = await host.OpenAsync("b", CaseKind.Petition);
        await host.Get<AssignCase>().ClaimAsync(first.Id, Lan, Ct);
        var find = host.Get<FindCases>();
        async Task<IEnumerable<Guid>> FindAsync(CaseFilter filter) => (await find.FindAsync(filter, Ct)).Rows.Select(r => r.Id);
        Assert.Equal([first.Id, second.Id], await FindAsync(new CaseFilter(All) { Sort = CaseSort.Due }));
        Assert.Equal([second.Id, first.Id], await FindAsync(new CaseFilter(All) { Sort = CaseSort.Due, IsDescending = true }));
        Assert.Equal([second.Id, first.Id], await FindAsync(new CaseFilter(All) { Sort = CaseSort.State }));
        Assert.Equal([first.Id, second.Id], await FindAsync(new CaseFilter(All) { Sort = CaseSort.State, IsDescending = true }));
        foreach (var isDescending in new[] { false, true })
        {
            // What nobody has stays last either way.
            Assert.Equal([first.Id, second.Id], await FindAsync(new CaseFilter(All) { Sort = CaseSort.Assignee, IsDescending = isDescending }));
            var codes = (await find.FindAsync(new CaseFilter(All) { Sort = CaseSort.Code, IsDescending = isDescending }, Ct)).Rows.Select(r => r.TrackingCode).ToList();
            Assert.Equal(isDescending ? codes.OrderDescending(StringComparer.Ordinal) : codes.Order(StringComparer.Ordinal), codes);
        }
        Assert.Equal([second.Id], await FindAsync(new CaseFilter(All) { Kinds = [CaseKind.Petition] }));
        Assert.Equal([second.Id], await FindAsync(new CaseFilter(All) { IsUnassigned = true }));
        Assert.Equal([first.Id], await FindAsync(new CaseFilter(All) { AssigneeId = Lan, States = [CaseState.Assigned], Channel = Channel.Zalo }));
        Assert.Empty(await FindAsync(new CaseFilter([Guid.NewGuid()])));
        Assert.Equal(2, (await find.FindAsync(new CaseFilter(All) { Size = 1 }, Ct)).Total);
        Assert.Equal((1, 1), ((await find.CountAsync(new CaseFilter(All), Ct))[CaseState.New], (await find.CountAsync(new CaseFilter(All), Ct))[CaseState.Assigned]));
        host.Clock.Move(TimeSpan.FromDays(3));
        Assert.Equal(2, (await FindAsync(new CaseFilter(All) { IsLate = true })).Count());
        Assert.True((await find.FindAsync(new CaseFilter(All) { AssigneeId = Lan }, Ct)).Rows[0].HasNews);
        await host.Get<ChangeCase>().SeeAsync(first.Id, Lan, Ct);
        Assert.False((await find.FindAsync(new CaseFilter(All) { AssigneeId = Lan }, Ct)).Rows[0].HasNews);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_timeline_tells_both_sides_in_order_and_keeps_old_words_while_a_case_is_open(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        await PlantMessageAsync(host, "tôi hỏi về đất", 1);
        host.Clock.Move(TimeSpan.FromMinutes(5));
        await host.Get<AnswerCase>().AnswerAsync(new AnswerRequest(matter.Id, Lan, Guid.NewGuid(), "Chào anh/chị"), Ct);
        host.Clock.Move(TimeSpan.FromMinutes(5));
        await host.Get<NoteCase>().NoteAsync(Guid.NewGuid(), matter.Id, Lan, "đã xong", [], Ct);
        async Task<string> ReadAsync() => string.Join('|', (await host.Get<ReadTimeline>().ReadAsync(matter.Id, All, null, 50, Ct))!.Entries.Select(e => e switch
        {
            TimelineEntry.CitizenSaid said => said.Text ?? "?",
            TimelineEntry.OfficialSaid said => $"{said.Text}/{said.Delivery.State}",
            TimelineEntry.Noted noted => noted.Text,
            _ => null,
        }).OfType<string>());
        Assert.Equal("tôi hỏi về đất|Chào anh/chị/OnItsWay|đã xong", await ReadAsync());
        host.Clock.Move(TimeSpan.FromDays(200));
        await RetainAsync(host, kind);
        Assert.StartsWith("tôi hỏi về đất|", await ReadAsync(), StringComparison.Ordinal);
        await host.Get<CloseCase>().CloseAsync(matter.Id, CaseEnd.Resolved, Lan, "", Ct);
        host.Clock.Move(TimeSpan.FromDays(91));
        await RetainAsync(host, kind);
        Assert.StartsWith("?|", await ReadAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Talks_of_one_citizen_are_joined_by_a_person_and_parted_again(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var (here, there, third) = (await host.OpenAsync("zalo"), await host.OpenAsync("facebook"), await host.OpenAsync("third"));
        var join = host.Get<JoinCitizen>();
        Assert.Equal(CaseOutcome.Invalid, await join.JoinAsync(here.Id, here.ConversationId, Lan, Ct));
        Assert.Equal(CaseOutcome.Done, await join.JoinAsync(here.Id, there.ConversationId, Lan, Ct));
        Assert.Equal(CaseOutcome.Done, await join.JoinAsync(third.Id, there.ConversationId, Lan, Ct));
        await using (var db = host.Database.NewContext()) Assert.Equal(3, await SameCitizen.CasesOf(db, here.ConversationId).CountAsync());
        Assert.Equal(CaseOutcome.Done, await join.SplitAsync(here.Id, third.ConversationId, Lan, Ct));
        Assert.Equal(CaseOutcome.Done, await join.SplitAsync(here.Id, there.ConversationId, Lan, Ct));
        Assert.Equal(CaseOutcome.Invalid, await join.SplitAsync(here.Id, there.ConversationId, Lan, Ct));
        Assert.Empty(await host.RowsAsync<SameCitizen>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Canned_answers_are_found_without_accents_and_filled_in_and_macros_stop_where_they_are_refused(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var (canned, id) = (host.Get<KeepCannedAnswers>(), Guid.NewGuid());
        Assert.Equal(CaseOutcome.Done, await canned.SetAsync(id, Unit.RootId, "Hẹn trả kết quả", "Việc {mã} hạn {hạn}. {cán bộ}", Ct));
        Assert.Equal(CaseOutcome.Invalid, await canned.SetAsync(Guid.NewGuid(), Unit.RootId, "Hẹn trả kết quả", "khác", Ct));
        Assert.Equal(id, Assert.Single(await canned.FindAsync(All, "hen ket", Ct)).Id);
        Assert.Empty(await canned.FindAsync(All, "en ket", Ct));
        var matter = await host.OpenAsync("citizen");
        Assert.Equal($"Việc {TrackingCode.Show(matter.TrackingCode)} hạn 17/11/2026. chị Lan", await canned.FillAsync(id, matter.Id, "chị Lan", Ct));
        var label = new Label { Name = "Đất đai" };
        var macro = new Macro { Name = "Nhận", Steps = Macro.Write([new(MacroAction.Claim, ""), new(MacroAction.Label, label.Id.ToString()), new(MacroAction.Canned, id.ToString()), new(MacroAction.Forward, Guid.NewGuid().ToString()), new(MacroAction.Close, "Resolved")]) };
        await using (var db = host.Database.NewContext())
        {
            db.AddRange(label, macro);
            await db.SaveChangesAsync();
        }
        var run = await host.Get<RunMacro>().RunAsync(macro.Id, matter.Id, Lan, "chị Lan", Ct);
        Assert.Equal((3, CaseOutcome.Invalid, true), (run.Done, run.Outcome, run.Draft.StartsWith("Việc ", StringComparison.Ordinal)));
        var row = Assert.Single((await host.Get<FindCases>().FindAsync(new CaseFilter(All) { LabelId = label.Id }, Ct)).Rows);
        Assert.Equal((CaseState.Assigned, label.Id), (row.State, row.Labels[0]));
        var many = await ChangeManyCases.ChangeAsync([matter.Id, Guid.NewGuid()], (one, token) => host.Get<ChangeCase>().StartAsync(one, Lan, token), Ct);
        Assert.Equal([CaseOutcome.Done, CaseOutcome.Unknown], many.Select(m => m.Outcome));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_are_what_their_bytes_say_and_go_when_their_case_goes(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-files-").FullName;
        await using var host = await HotlineHost.StartAsync(kind, ("DataFolder", folder));
        var matter = await host.OpenAsync("citizen");
        var (files, id) = (host.Get<KeepFiles>(), Guid.NewGuid());
        Assert.Equal(CaseOutcome.Invalid, await files.AddAsync(Guid.NewGuid(), matter.Id, Lan, "x.pdf", "MZ\u0090 chương trình"u8.ToArray(), Ct));
        Assert.Equal(CaseOutcome.Invalid, await files.AddAsync(Guid.NewGuid(), matter.Id, Lan, "x.pdf", new byte[KeepFiles.Largest + 1], Ct));
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7 noi dung");
        for (var i = 0; i < 2; i++) Assert.Equal(CaseOutcome.Done, await files.AddAsync(id, matter.Id, Lan, "../../etc/Đơn \u202Eexe.pdf.exe", pdf, Ct));
        var read = (await files.ReadAsync(id, Ct))!;
        Assert.Equal(("Đơn exepdf.pdf", "application/pdf"), (read.Name, read.ContentType));
        Assert.Equal(pdf, read.Content);
        Assert.Null(await files.ReadAsync(Guid.NewGuid(), Ct));
        await using (var db = host.Database.NewContext()) await db.Set<Case>().ExecuteDeleteAsync();
        host.Clock.Move(DateTimeOffset.UtcNow.AddHours(2) - host.Clock.GetUtcNow());
        Assert.Equal(1, await files.SweepAsync(Ct));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Directory.Delete(folder, recursive: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Blocking_closes_as_spam_and_silences_the_bot_until_it_is_lifted(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("spammer");
        await host.Get<BlockCitizen>().BlockAsync(matter.Id, Lan, "quảng cáo", Ct);
        Assert.Equal(CaseEnd.Spam, (await host.CaseAsync(matter.Id)).End);
        Assert.True((await host.RowsAsync<Conversation>()).Single().IsSilent(host.Clock.GetUtcNow().AddYears(1)));
        await host.Get<BlockCitizen>().UnblockAsync(matter.Id, Lan, Ct);
        Assert.False((await host.RowsAsync<Conversation>()).Single().IsSilent(host.Clock.GetUtcNow()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_closed_case_is_surveyed_once_inside_the_window_and_the_last_score_counts(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var (asked, late) = (await host.OpenAsync("citizen"), await host.OpenAsync("late", lastInboundAt: host.Clock.GetUtcNow().AddDays(-3)));
        foreach (var matter in new[] { asked, late })
        {
            await host.Get<AnswerCase>().AnswerAsync(new AnswerRequest(matter.Id, Lan, Guid.NewGuid(), "Chào") { AcceptsPrice = true }, Ct);
            await host.Get<CloseCase>().CloseAsync(matter.Id, CaseEnd.Resolved, Lan, "", Ct);
        }
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Get<AskSatisfaction>().AskAsync(Ct))));
        Assert.Equal(asked.Id, Assert.Single(await host.RowsAsync<Survey>()).CaseId);
        Assert.Single(await host.RowsAsync<OutboxMessage>(), m => m.AnswerId == null);
        var talk = new Talk(KnowledgeForTests.Starter, new Conversations.Contexts(host.Database)) { Account = host.Account };
        await using (var db = host.Database.NewContext()) talk.Conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == asked.ConversationId);
        await talk.PressesOld($"#dg {asked.TrackingCode}").HearsAsync(card => card.Says("Câu 1/5"));
        foreach (var choice in new[] { "1", "2", "3", "4" })
        {
            await talk.Says(choice).HearsAsync(card => card.Says("/5."));
            await ApplyAsync(host, talk);
        }
        await talk.Presses("Rất không hài lòng").HearsAsync(card => card.Says("Cảm ơn"));
        await talk.PressesOld($"#dg {asked.TrackingCode} 1 2").HearsAsync();
        await ApplyAsync(host, talk);
        await talk.PressesOld($"#dg {late.TrackingCode}").HearsAsync(card => card.Says("không tìm thấy phiếu"));
        var today = VietnamDay.Of(host.Clock.GetUtcNow());
        var read = await new ReadScores(host.Get<IDbContextFactory<ChatbotDb>>()).ReadAsync(All, new Period(today, today.AddDays(1)), Ct);
        Assert.Equal((1, 1, "2 4 3 2 1"), (read.Asked, read.Answered, string.Join(' ', read.Questions.Select(q => q.Average))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_case_gets_one_apology_that_a_leader_approves(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var apologies = host.Get<DraftApology>();
        Assert.Null(await apologies.ProposeAsync(matter.Id, "thiếu người", new(2026, 11, 25), "chị Lan", Ct));
        Assert.IsType<AnswerResult.Refused>(await apologies.SubmitAsync(matter.Id, Lan, Guid.NewGuid(), "Xin lỗi", Ct));
        host.Clock.Move(TimeSpan.FromHours(40));
        var text = (await apologies.ProposeAsync(matter.Id, "thiếu người.", new(2026, 11, 25), "chị Lan", Ct))!;
        Assert.Contains("ngày 17/11/2026. Lý do: thiếu người. Cơ quan hẹn trả lời chậm nhất ngày 25/11/2026. Người phụ trách: chị Lan.", text, StringComparison.Ordinal);
        var waits = Assert.IsType<AnswerResult.AwaitsApproval>(await apologies.SubmitAsync(matter.Id, Lan, Guid.NewGuid(), text, Ct));
        Assert.IsType<AnswerResult.Refused>(await apologies.SubmitAsync(matter.Id, Lan, Guid.NewGuid(), text, Ct));
        Assert.Single(await host.RowsAsync<Notice>(), n => n.Kind == NoticeKind.ApologyWanted && n.Audience == Audience.Head);
        for (var i = 0; i < 2; i++) Assert.IsType<AnswerResult.Queued>(await host.Get<AnswerCase>().ApproveAsync(waits.AnswerId, Minh, false, Ct));
        Assert.Single(await host.RowsAsync<OutboxMessage>());
        Assert.True((await host.CaseAsync(matter.Id)).IsUnanswered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_pages_hear_of_every_change(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var page = host.Get<LiveChanges>().Listen([LiveChange.Case(matter.Id)]);
        using var other = host.Get<LiveChanges>().Listen([LiveChange.Case(Guid.NewGuid())]);
        var heard = page.WaitAsync(TimeSpan.FromSeconds(20), stop.Token);
        using var listener = host.ListenToOtherProcesses();
        await listener.StartAsync(stop.Token);
        while (!heard.IsCompleted && !stop.IsCancellationRequested)
        {
            await host.Get<ShowPresence>().ShowAsync(matter.Id, Guid.NewGuid(), PresenceKind.Viewing, Ct);
            await Task.Delay(100, Ct);
        }
        Assert.True(await heard);
        if (kind == DatabaseKind.Sqlite) Assert.False(await other.WaitAsync(TimeSpan.FromMilliseconds(50), stop.Token));
        await listener.StopAsync(Ct);
    }

    private static async Task ApplyAsync(HotlineHost host, Talk talk)
    {
        await using var db = host.Database.NewContext();
        foreach (var change in talk.TakeChanges()) await change(db, Ct);
        await db.SaveChangesAsync();
    }

    private static async Task PlantMessageAsync(HotlineHost host, string text, int key)
    {
        await using var db = host.Database.NewContext();
        db.Add(new InboundEvent
        {
            AccountId = host.Account.Id, PlatformAccountId = "oa-1", EventKey = $"m{key}", Kind = "text", CitizenId = "citizen", OccurredAt = host.Clock.GetUtcNow(),
            ReceivedAt = host.Clock.GetUtcNow(), Status = EventStatus.Handled, Body = Encoding.UTF8.GetBytes(text),
        });
        await db.SaveChangesAsync();
    }

    private static Task RetainAsync(HotlineHost host, DatabaseKind kind) => new Retention(new Conversations.Contexts(host.Database), new WriteGate(kind), host.Clock,
        Microsoft.Extensions.Options.Options.Create(new MessagingOptions()), Microsoft.Extensions.Logging.Abstractions.NullLogger<Retention>.Instance).ApplyAsync(Ct);
}
