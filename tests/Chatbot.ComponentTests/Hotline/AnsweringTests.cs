using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Hotline;

/// <summary>From an official's press on "Gửi" to the outbox, through the platform's window.</summary>
public sealed class AnsweringTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Guid Lan = Guid.NewGuid();
    private static readonly Guid Minh = Guid.NewGuid();

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_goes_to_the_outbox_and_the_bot_is_silent(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        Assert.IsType<AnswerResult.Queued>(await AnswerAsync(host, matter, Lan, "Mời anh/chị mang căn cước."));
        var message = Assert.Single(await host.RowsAsync<OutboxMessage>());
        Assert.Equal((OutboxStatus.Planned, false), (message.Status, message.AsHumanAgent));
        Assert.Contains("Cán bộ trả lời (mã ", message.Body, StringComparison.Ordinal);
        Assert.EndsWith("Mời anh/chị mang căn cước.", message.Body, StringComparison.Ordinal);
        var after = await host.CaseAsync(matter.Id);
        Assert.Equal((CaseState.Answered, Lan, null), (after.State, after.AssigneeId, after.NextLevelAt));
        Assert.True((await host.RowsAsync<Conversation>()).Single().IsSilent(host.Clock.GetUtcNow()));
        Assert.DoesNotContain("căn cước", Assert.Single(await host.RowsAsync<CaseAnswer>()).Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pressed_ten_times_at_once_it_is_sent_once_and_of_two_officials_one_answers(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var request = new AnswerRequest(matter.Id, Lan, Guid.NewGuid(), "Chào anh/chị");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => host.Get<AnswerCase>().AnswerAsync(request, Ct))));
        Assert.Single(await host.RowsAsync<OutboxMessage>());
        var second = await host.OpenAsync("citizen-2");
        var results = await Task.WhenAll(new[] { Lan, Minh }.Select(who => Task.Run(() => AnswerAsync(host, second, who, "Chào"))));
        Assert.Single(results, r => r is AnswerResult.Queued);
        Assert.Equal(CaseOutcome.TakenByAnother, Assert.IsType<AnswerResult.Refused>(results.Single(r => r is not AnswerResult.Queued)).Why);
        Assert.Equal(2, (await host.RowsAsync<OutboxMessage>()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_48_hours_somebody_agrees_to_the_price_and_after_7_days_the_answer_waits_and_is_offered(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        host.Clock.Move(TimeSpan.FromHours(49));
        var price = Assert.IsType<AnswerResult.AsksForPrice>(await AnswerAsync(host, matter, Lan, "Trả lời"));
        Assert.Equal((55m, 1), (price.Price, price.Messages));
        Assert.Empty(await host.RowsAsync<CaseAnswer>());
        host.Clock.Move(TimeSpan.FromDays(6));
        var held = Assert.IsType<AnswerResult.Held>(await AnswerAsync(host, matter, Lan, "Trả lời muộn", acceptsPrice: true));
        Assert.Empty(await host.RowsAsync<OutboxMessage>());
        await host.CitizenWritesAsync(matter, "alo có ai không");
        Assert.Empty(await host.RowsAsync<OutboxMessage>());   // never blindly
        Assert.Equal(AnswerState.Offered, Assert.Single(await host.RowsAsync<CaseAnswer>()).State);
        Assert.Equal(Lan, Assert.Single(await host.RowsAsync<Notice>(), n => n.Kind == NoticeKind.AnswerOffered).OfficialId);
        Assert.IsType<AnswerResult.Queued>(await host.Get<AnswerCase>().SendAsync(held.AnswerId, Lan, acceptsPrice: false, Ct));
        Assert.IsType<AnswerResult.Queued>(await host.Get<AnswerCase>().SendAsync(held.AnswerId, Lan, acceptsPrice: false, Ct));
        Assert.Single(await host.RowsAsync<OutboxMessage>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_denunciations_answer_needs_a_second_person(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen", CaseKind.Denunciation);
        var waits = Assert.IsType<AnswerResult.AwaitsApproval>(await AnswerAsync(host, matter, Lan, "Cơ quan đã tiếp nhận."));
        var answers = host.Get<AnswerCase>();
        Assert.Equal(CaseOutcome.OwnWork, Assert.IsType<AnswerResult.Refused>(await answers.ApproveAsync(waits.AnswerId, Lan, false, Ct)).Why);
        Assert.Equal(CaseOutcome.WrongState, Assert.IsType<AnswerResult.Refused>(await answers.SendAsync(waits.AnswerId, Lan, false, Ct)).Why);
        Assert.Single(await host.RowsAsync<Notice>(), n => n.Kind == NoticeKind.ApprovalWanted && n.Audience == Audience.Supervisor);
        var both = await Task.WhenAll(Task.Run(() => answers.ApproveAsync(waits.AnswerId, Minh, false, Ct)), Task.Run(() => answers.ReturnAsync(waits.AnswerId, Minh, "sửa lại", Ct)));
        Assert.Single(both, r => r is AnswerResult.Refused);
        Assert.Equal(both[0] is AnswerResult.Queued ? 1 : 0, (await host.RowsAsync<OutboxMessage>()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_back_waits_for_the_citizen_and_goes_on_when_they_write(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        await host.Get<AnswerCase>().AnswerAsync(new AnswerRequest(matter.Id, Lan, Guid.NewGuid(), "Anh/chị ở thôn nào?") { Purpose = AnswerPurpose.Question }, Ct);
        Assert.Equal(CaseState.WaitingForCitizen, (await host.CaseAsync(matter.Id)).State);
        await host.CitizenWritesAsync(matter, "thôn Đoài");
        Assert.Equal(CaseState.InProgress, (await host.CaseAsync(matter.Id)).State);
        Assert.Single(await host.RowsAsync<CaseEvent>(), e => e.Verb == CaseVerb.CitizenWrote);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_answer_reopens_the_work_is_told_once_and_may_be_tried_again(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var queued = Assert.IsType<AnswerResult.Queued>(await AnswerAsync(host, matter, Lan, "Chào"));
        await SettleAsync(host, OutboxStatus.Refused, nameof(RefusalReason.Token));
        for (var i = 0; i < 2; i++) await host.Get<NoteFailedAnswers>().NoteAsync(Ct);
        Assert.Single(await host.RowsAsync<Notice>(), n => n.Kind == NoticeKind.AnswerFailed && n.OfficialId == Lan);
        Assert.Equal(CaseState.InProgress, (await host.CaseAsync(matter.Id)).State);
        var parts = await host.RowsAsync<OutboxMessage>();
        Assert.Equal(new AnswerDelivery(DeliveryState.Failed, null, "Token", MayRetry: true), AnswerDelivery.Of(parts));
        var retries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => host.Get<AnswerCase>().RetryAsync(queued.AnswerId, Lan, Ct))));
        Assert.Single(retries, r => r is AnswerResult.Queued);
        Assert.Equal(OutboxStatus.Planned, Assert.Single(await host.RowsAsync<OutboxMessage>()).Status);
        await SettleAsync(host, OutboxStatus.Unknown, "time-out");
        Assert.Equal(CaseOutcome.WrongState, Assert.IsType<AnswerResult.Refused>(await host.Get<AnswerCase>().RetryAsync(queued.AnswerId, Lan, Ct)).Why);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_whose_window_closed_on_the_way_waits_and_is_offered(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        var queued = Assert.IsType<AnswerResult.Queued>(await AnswerAsync(host, matter, Lan, "Phần một|Phần hai"));
        await SettleAsync(host, OutboxStatus.Refused, nameof(RefusalReason.OutsideWindow));
        await host.Get<NoteFailedAnswers>().NoteAsync(Ct);
        await host.CitizenWritesAsync(matter, "alo");
        Assert.Equal(AnswerState.Offered, Assert.Single(await host.RowsAsync<CaseAnswer>()).State);
        Assert.IsType<AnswerResult.Queued>(await host.Get<AnswerCase>().SendAsync(queued.AnswerId, Lan, false, Ct));
        Assert.Equal([OutboxStatus.Planned, OutboxStatus.Planned], (await host.RowsAsync<OutboxMessage>()).Select(m => m.Status));
        var view = (await host.Get<Chatbot.Hotline.Inbox.ReadCase>().ReadAsync(matter.Id, [Chatbot.Officials.Unit.RootId], Ct))!;
        Assert.Equal(("câu hỏi của người dân", ReplyWay.Free, true), (view.Question, view.Window.Way, view.BotSilentUntil is not null));
        Assert.Null(await host.Get<Chatbot.Hotline.Inbox.ReadCase>().ReadAsync(matter.Id, [Guid.NewGuid()], Ct));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answered_case_that_is_left_so_is_closed_and_the_bot_speaks_again(DatabaseKind kind)
    {
        await using var host = await HotlineHost.StartAsync(kind);
        var matter = await host.OpenAsync("citizen");
        await AnswerAsync(host, matter, Lan, "Chào");
        host.Clock.Move(TimeSpan.FromDays(2));
        await host.CitizenWritesAsync(matter, "cảm ơn");
        host.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(0, await host.Get<CareForCases>().CloseAnsweredAsync(Ct));
        host.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(1, await host.Get<CareForCases>().CloseAnsweredAsync(Ct));
        var talk = Assert.Single(await host.RowsAsync<Conversation>());
        Assert.Equal((null, host.Clock.GetUtcNow().AddDays(90)), (talk.CaseId, talk.KeepUntil));
        Assert.Equal(CaseOutcome.Done, await host.Get<ChangeCase>().ReopenAsync(matter.Id, Lan, "hỏi thêm", Ct));
        Assert.Equal(matter.Id, Assert.Single(await host.RowsAsync<Conversation>()).CaseId);
    }

    private static Task<AnswerResult> AnswerAsync(HotlineHost host, Case matter, Guid who, string text, bool acceptsPrice = false) =>
        host.Get<AnswerCase>().AnswerAsync(new AnswerRequest(matter.Id, who, Guid.NewGuid(), text) { AcceptsPrice = acceptsPrice }, Ct);

    private static async Task SettleAsync(HotlineHost host, OutboxStatus status, string reason)
    {
        await using var db = host.Database.NewContext();
        await db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, status).SetProperty(m => m.Reason, reason));
    }
}
