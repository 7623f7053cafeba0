using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Learning;

/// <summary>What is kept of a question that was not understood: masked, once, for a while, and not against the citizen's will.</summary>
public sealed class CollectingTests
{
    private const string Odd = "cho hỏi giấy chào đời của bé, gọi em 0912345678 nha";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_is_kept_masked_and_once_however_often_the_job_runs(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        await host.SaysAsync(await host.CitizenAsync("c1"), Odd, Handling.OutOfScope);
        await host.CollectAsync();
        await host.CollectAsync();
        var question = Assert.Single(await host.RowsAsync<UnclearQuestion>());
        Assert.DoesNotContain("0912345678", question.Text, StringComparison.Ordinal);
        Assert.Contains("giấy chào đời", question.Text, StringComparison.Ordinal);
        Assert.Equal(UnclearWhy.NotFound, question.Why);
        Assert.Equal(1, Assert.Single(await host.ProposalsAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_collected_before_what_follows_could_explain_it(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var talk = await host.CitizenAsync("c1");
        await host.SaysAsync(talk, "làm giấy cho bé mới đẻ", Handling.Clarify);
        await host.Get<CollectQuestions>().CollectAsync(CancellationToken.None);
        Assert.Empty(await host.RowsAsync<UnclearQuestion>());
        await host.SaysAsync(talk, $"#tt {LearningHost.Birth} general", Handling.Procedure, LearningHost.Birth, confidence: 1);
        await host.CollectAsync();
        var question = Assert.Single(await host.RowsAsync<UnclearQuestion>());
        Assert.Equal((UnclearWhy.Chosen, LearningHost.Birth), (question.Why, question.MeantCode));
        var proposal = Assert.Single(await host.ProposalsAsync());
        Assert.Equal((LearningHost.Birth, LikelyFrom.Citizens), (proposal.LikelyCode, proposal.LikelyFrom));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_about_an_answer_in_a_later_run_still_finds_its_question(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var talk = await host.CitizenAsync("c1");
        await host.SaysAsync(talk, "xin giấy trợ cấp cho ông cụ nhà em", Handling.Procedure, LearningHost.Birth);
        host.Clock.Move(TimeSpan.FromMinutes(5));
        await host.SaysAsync(talk, "không phải", Handling.Clarify, confidence: 0);
        host.Clock.Move(TimeSpan.FromMinutes(6));
        await host.Get<CollectQuestions>().CollectAsync(CancellationToken.None);   // sees the answer, not yet the complaint
        Assert.Empty(await host.RowsAsync<UnclearQuestion>());
        await host.CollectAsync();
        Assert.Equal(("xin giấy trợ cấp cho ông cụ nhà em", UnclearWhy.Corrected), (Assert.Single(await host.RowsAsync<UnclearQuestion>()) is var q ? q.Text : "", q.Why));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_asked_alike_is_one_proposal_and_what_is_not_another(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        foreach (var (citizen, text) in new[]
        {
            ("c1", "xin giấy chào đời cho bé"), ("c2", "Xin giấy chào đời cho bé!"), ("c3", "em muốn xin giấy chào đời cho bé nhà em"), ("c4", "đi hát karaoke gia đình phải khai báo gì"),
        })
            await host.SaysAsync(await host.CitizenAsync(citizen), text, Handling.OutOfScope);
        await host.CollectAsync();
        Assert.Equal([3, 1], (await host.ProposalsAsync()).Select(p => p.Count));
        Assert.Equal("xin giấy chào đời cho bé", Assert.Single(await host.ProposalsAsync("CHAO DOI")).Text);
        Assert.Empty(await host.ProposalsAsync("không có chữ này"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_processes_that_collect_at_once_keep_it_once(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        await host.SaysAsync(await host.CitizenAsync("c1"), Odd, Handling.OutOfScope);
        host.Clock.Move(TimeSpan.FromMinutes(15));
        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Get<CollectQuestions>().CollectAsync(CancellationToken.None))).ToList();
        try
        {
            await Task.WhenAll(runs);
        }
        catch (DbUpdateException)
        {
            // The first run of all makes the mark; of several that do, the database lets one.
        }
        Assert.Single(await host.RowsAsync<UnclearQuestion>());
        Assert.Single(await host.RowsAsync<CollectionMark>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_has_their_data_deleted_leaves_no_question(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var (gone, stays) = (await host.CitizenAsync("gone"), await host.CitizenAsync("stays"));
        await host.SaysAsync(gone, "xin giấy chào đời cho bé", Handling.OutOfScope);
        await host.SaysAsync(stays, "đi hát karaoke gia đình phải khai báo gì", Handling.OutOfScope);
        await host.CollectAsync();
        await host.SaysAsync(gone, "xin giấy chào đời cho bé gấp lắm rồi", Handling.OutOfScope);   // not collected yet
        await using (var db = host.Database.NewContext())
        {
            var request = new DeletionRequest { ConfirmationCode = "A", RequestedAt = host.Clock.GetUtcNow(), DueAt = host.Clock.GetUtcNow().AddDays(1) };
            db.Add(request);
            db.Add(Erasure.Of(gone, request));
            await db.SaveChangesAsync();
        }
        await host.Get<CitizenEraser>().CarryOutAsync(CancellationToken.None);
        await host.CollectAsync();
        Assert.Equal(stays.Id, Assert.Single(await host.RowsAsync<UnclearQuestion>()).ConversationId);
        Assert.Equal("đi hát karaoke gia đình phải khai báo gì", Assert.Single(await host.ProposalsAsync()).Text);
        Assert.DoesNotContain(await host.RowsAsync<QuestionGroup>(), g => g.Key.Contains("chào", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Questions_go_when_their_time_is_over(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        await host.SaysAsync(await host.CitizenAsync("c1"), Odd, Handling.OutOfScope);
        await host.CollectAsync();
        host.Clock.Move(TimeSpan.FromDays(89));
        await host.Get<ForgetQuestions>().ForgetAsync(CancellationToken.None);
        Assert.Single(await host.RowsAsync<UnclearQuestion>());
        host.Clock.Move(TimeSpan.FromDays(2));
        await host.Get<ForgetQuestions>().ForgetAsync(CancellationToken.None);
        Assert.Empty(await host.RowsAsync<UnclearQuestion>());
        Assert.Empty(await host.RowsAsync<QuestionGroup>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_officials_answer_that_names_a_procedure_says_what_was_meant(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var talk = await host.CitizenAsync("c1");
        await host.SaysAsync(talk, "xin giấy chào đời cho bé", Handling.OutOfScope);
        await host.SaysAsync(talk, "#gap", Handling.Escalate, confidence: 1);
        await host.CollectAsync();
        Assert.Equal(UnclearWhy.HandedOver, Assert.Single(await host.RowsAsync<UnclearQuestion>()).Why);
        await AnsweredAsync(host, talk, $"Anh chị làm thủ tục đăng ký khai sinh (mã {LearningHost.Birth}) ở phường.");
        await host.Get<NoteAnsweredQuestions>().NoteAsync(CancellationToken.None);
        var proposal = Assert.Single(await host.ProposalsAsync());
        Assert.Equal((UnclearWhy.Answered, LearningHost.Birth, LikelyFrom.Official), (proposal.Why, proposal.LikelyCode, proposal.LikelyFrom));
    }

    private static async Task AnsweredAsync(LearningHost host, Conversation talk, string answer)
    {
        await using var db = host.Database.NewContext();
        var matter = Case.Open(new OpenedCase(talk, CaseKind.Question, CaseOrigin.NoAnswer, "", host.Clock.GetUtcNow()));
        matter.Assign(LearningHost.Official, host.Clock.GetUtcNow());
        matter.Go(CaseVerb.Start, host.Clock.GetUtcNow());
        Assert.True(matter.Answer(host.Clock.GetUtcNow()));
        db.Add(matter);
        var said = new CaseAnswer { CaseId = matter.Id, RequestId = Guid.NewGuid(), Text = new OpenSecretBox().ProtectText(answer), CreatedAt = host.Clock.GetUtcNow() };
        said.Queue(host.Clock.GetUtcNow());
        db.Add(said);
        await db.SaveChangesAsync();
    }
}
