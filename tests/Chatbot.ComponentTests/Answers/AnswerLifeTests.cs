using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Chatbot.ComponentTests.Answers.AnswersHost;

namespace Chatbot.ComponentTests.Answers;

/// <summary>From a case to a public answer and back, against two people and a hasty hand.</summary>
public sealed class AnswerLifeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_person_publishes_what_the_first_wrote(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var submitted = await host.SubmittedAsync();
        Assert.Equal(AnswerOutcome.OwnWork, (await host.ApproveAsync(submitted, Author)).Outcome);
        var done = await host.ApproveAsync(submitted, Approver);
        Assert.Equal(AnswerOutcome.Done, done.Outcome);
        Assert.Equal((AnswerStatus.Published, submitted.TextHash, 1), (done.Answer!.Status, done.Answer.ApprovedHash, done.Answer.Publications));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_edited_it_cannot_approve_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var edited = (await host.Get<EditDraft>().EditAsync(Seen(await host.DraftedAsync()), Text with { Field = "Y tế" }, Approver, CancellationToken.None)).Answer!;
        var submitted = (await host.Get<SubmitAnswer>().SubmitAsync(Seen(edited), true, Author, CancellationToken.None)).Answer!;
        Assert.Equal(AnswerOutcome.OwnWork, (await host.ApproveAsync(submitted, Approver)).Outcome);
        Assert.Equal(AnswerOutcome.Done, (await host.ApproveAsync(submitted, Editor)).Outcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_itself_refuses_an_author_who_approves_and_a_text_that_nobody_approved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var draft = await host.DraftedAsync();
        var published = await host.PublishedAsync(Text with { Question = "Câu khác?" });
        await using var db = database.NewContext();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<PublishedAnswer>().Where(a => a.Id == draft.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ApproverId, draft.AuthorId)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<PublishedAnswer>().Where(a => a.Id == draft.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, AnswerStatus.Published)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<PublishedAnswer>().Where(a => a.Id == published.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.TextHash, "another")));
        Assert.Equal(1, await db.Set<PublishedAnswer>().Where(a => a.Id == draft.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ApproverId, Approver.OfficialId)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_twenty_who_act_at_once_one_wins(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var one = new AnswersHost(database);
        using var other = new AnswersHost(database);
        var submitted = await one.SubmittedAsync();
        var acts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 3) switch
        {
            0 => one.ApproveAsync(submitted, Approver),
            1 => other.Get<ReturnAnswer>().ReturnAsync(Seen(submitted), "Xin viết rõ hơn", Editor, CancellationToken.None),
            _ => other.Get<EditDraft>().EditAsync(Seen(submitted), Text with { Answer = $"Không được {i}." }, Editor, CancellationToken.None),
        }));
        Assert.Single(acts, act => act.Outcome == AnswerOutcome.Done);
        Assert.All(acts.Where(act => act.Outcome != AnswerOutcome.Done), act => Assert.Equal(AnswerOutcome.ChangedMeanwhile, act.Outcome));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Any_change_takes_it_back_and_versions_stay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var published = await host.PublishedAsync();
        var same = (await host.Get<EditDraft>().EditAsync(Seen(published), Text, Editor, CancellationToken.None)).Answer!;
        Assert.Equal((AnswerStatus.Published, 1), (same.Status, same.Version));
        var changed = (await host.Get<EditDraft>().EditAsync(Seen(published), Text with { Answer = "Không được nữa." }, Editor, CancellationToken.None)).Answer!;
        Assert.Equal((AnswerStatus.Draft, 2, null, null), (changed.Status, changed.Version, changed.ApproverId, changed.ApprovedHash));
        await using var db = database.NewContext();
        Assert.Equal([Text.Answer, "Không được nữa."], await db.Set<AnswerVersion>().Where(v => v.AnswerId == published.Id).OrderBy(v => v.Version).Select(v => v.Answer).ToListAsync());
        Assert.Null(await host.Get<PublicAnswers>().OneAsync(published.Code, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_case_makes_one_masked_draft_however_often_it_is_pressed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var caseId = Guid.CreateVersion7();
        var told = new AnswerText("Tôi là Nguyễn Văn An, SĐT 0912 345 678, hỏi về sữa học đường.", "Chào ông An, ông mang giấy đến xã.");
        var drafts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.DraftedAsync(told, caseId)));
        Assert.Single(drafts.Select(d => d.Id).Distinct());
        Assert.Equal(("Tôi là [họ tên], SĐT [số điện thoại], hỏi về sữa học đường.", "Chào ông [họ tên], ông mang giấy đến xã."), (drafts[0].Question, drafts[0].Answer));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_still_seems_personal_is_submitted_by_name_only(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var edited = (await host.Get<EditDraft>().EditAsync(Seen(await host.DraftedAsync()), Text with { Answer = "Gọi bà Trần Thị Bình, 0987 654 321." }, Editor, CancellationToken.None)).Answer!;
        var refused = await host.Get<SubmitAnswer>().SubmitAsync(Seen(edited), false, Editor, CancellationToken.None);
        Assert.Equal((AnswerOutcome.SeemsPersonal, 2), (refused.Outcome, refused.InAnswer.Count));
        var kept = await host.Get<SubmitAnswer>().SubmitAsync(Seen(edited), true, Editor, CancellationToken.None);
        Assert.Equal(Editor.OfficialId, kept.Answer!.PersonalDataKeptBy);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Other_units_find_nothing_and_an_approval_wants_the_text_that_was_read(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var submitted = await host.SubmittedAsync();
        Assert.Equal(AnswerOutcome.Unknown, (await host.ApproveAsync(submitted, Approver with { UnitIds = [Guid.CreateVersion7()] })).Outcome);
        Assert.Equal(AnswerOutcome.ChangedMeanwhile, (await host.Get<ApproveAnswer>().ApproveAsync(Seen(submitted), "another", Approver, CancellationToken.None)).Outcome);
        var published = (await host.ApproveAsync(submitted, Approver)).Answer!;
        var withdrawn = await host.Get<WithdrawAnswer>().WithdrawAsync(Seen(published), "Luật đã đổi", Editor, CancellationToken.None);
        Assert.Equal((AnswerOutcome.Done, AnswerStatus.Withdrawn, 2), (withdrawn.Outcome, withdrawn.Answer!.Status, withdrawn.Answer.Publications));
        Assert.Equal(Unit.RootId, published.UnitId);
    }
}
