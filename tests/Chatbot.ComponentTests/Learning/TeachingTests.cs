using Chatbot.Catalogue.Phrases;
using Chatbot.Learning;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Understanding;

namespace Chatbot.ComponentTests.Learning;

/// <summary>From a proposal to the next question's answer, and back.</summary>
public sealed class TeachingTests
{
    private const string Odd = "xin tờ zozo cho cu tí";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_accepted_question_is_understood_and_a_withdrawn_one_no_more(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        Assert.NotEqual((Handling.Procedure, LearningHost.Birth), Found(host, Odd));
        var group = await AskedAsync(host);
        Assert.Equal(PhraseOutcome.Done, await host.AcceptAsync(group, LearningHost.Birth, Odd));
        await host.Keeper.RefreshAsync(CancellationToken.None);
        foreach (var text in new[] { Odd, "Xin tờ zozo, cho cu Tí?", "xin to zozo cho cu ti" })
            Assert.Equal((Handling.Procedure, LearningHost.Birth), Found(host, text));
        Assert.Empty(await host.ProposalsAsync());

        var phrase = Assert.Single(await host.RowsAsync<OfficePhrase>());
        Assert.Equal((PhraseOrigin.Asked, LearningHost.Official), (phrase.Origin, phrase.OfficialId));
        Assert.Equal(PhraseOutcome.Done, await host.Get<WithdrawPhrase>().WithdrawAsync(phrase.Id, LearningHost.Official, LearningHost.Everything, CancellationToken.None));
        await host.Keeper.RefreshAsync(CancellationToken.None);
        Assert.NotEqual((Handling.Procedure, LearningHost.Birth), Found(host, Odd));
        Assert.Equal(["office_phrase.added", "office_phrase.changed"], (await host.RowsAsync<AuditEntry>()).OrderBy(e => e.Sequence).Select(e => e.Action));
        Assert.DoesNotContain(await host.RowsAsync<AuditEntry>(), e => e.Details.Contains("zozo", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_old_understanding_serves_until_the_new_one_is_there(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var old = host.Keeper.Current;
        await host.Get<TeachPhrase>().TeachAsync(new(Unit.RootId, LearningHost.Birth, Odd), LearningHost.Official, LearningHost.Everything, CancellationToken.None);
        Assert.Same(old, host.Keeper.Current);
        using var stop = new CancellationTokenSource();
        var asked = Task.Run(() =>
        {
            var answers = 0;
            for (; !stop.IsCancellationRequested; answers++) Assert.NotEmpty(host.Understand("đăng ký khai sinh").Candidates);
            return answers;
        });
        try
        {
            await host.Keeper.RefreshAsync(CancellationToken.None);
        }
        finally
        {
            await stop.CancelAsync();
        }
        Assert.NotSame(old, host.Keeper.Current);
        Assert.True(await asked > 0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_officials_who_press_at_once_one_teaches(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var group = await AskedAsync(host);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => host.AcceptAsync(group, LearningHost.Birth, Odd))));
        Assert.Equal([PhraseOutcome.Done, .. Enumerable.Repeat(PhraseOutcome.Decided, 5)], outcomes.Order());
        Assert.Single(await host.RowsAsync<OfficePhrase>());
        Assert.Equal(PhraseOutcome.Decided, await host.Get<RejectProposal>().RejectAsync(group, LearningHost.Official, LearningHost.Everything, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_rejected_is_not_proposed_again(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var group = await AskedAsync(host);
        Assert.Equal(PhraseOutcome.Done, await host.Get<RejectProposal>().RejectAsync(group, LearningHost.Official, LearningHost.Everything, CancellationToken.None));
        await host.SaysAsync(await host.CitizenAsync("c2"), "cho em xin tờ zozo cho cu tí", Handling.OutOfScope);
        await host.CollectAsync();
        Assert.Empty(await host.ProposalsAsync());
        Assert.Equal("question_group.rejected", Assert.Single(await host.RowsAsync<AuditEntry>()).Action);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_taught_and_is_asked_in_vain_again_comes_back(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var group = await AskedAsync(host);
        await host.AcceptAsync(group, LearningHost.Birth, Odd);
        host.Clock.Move(TimeSpan.FromMinutes(1));
        await host.SaysAsync(await host.CitizenAsync("c2"), Odd, Handling.OutOfScope);
        await host.CollectAsync();
        Assert.Equal((group, 2), (Assert.Single(await host.ProposalsAsync()) is var p ? p.Id : default, p.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_is_sound_is_taught(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        foreach (var (text, code, outcome) in new[]
        {
            ("giấy", LearningHost.Birth, PhraseOutcome.Unsound), (new string('a', 150) + " " + new string('b', 150), LearningHost.Birth, PhraseOutcome.Unsound),
            (Odd, "9.999999", PhraseOutcome.UnknownProcedure), ("gọi cho tôi số 0912345678 về khai sinh", LearningHost.Birth, PhraseOutcome.SeemsPersonal),
            (Odd, LearningHost.Birth, PhraseOutcome.Done), (Odd.ToUpperInvariant(), LearningHost.Birth, PhraseOutcome.Known), (Odd, "2.000815", PhraseOutcome.MeansAnother),
        })
            Assert.Equal(outcome, await host.Get<TeachPhrase>().TeachAsync(new(Unit.RootId, code, text), LearningHost.Official, LearningHost.Everything, CancellationToken.None));
        Assert.Equal(PhraseOutcome.NotFound,
            await host.Get<TeachPhrase>().TeachAsync(new(Guid.NewGuid(), LearningHost.Birth, "câu của đơn vị khác"), LearningHost.Official, LearningHost.Everything, CancellationToken.None));
        Assert.Single(await host.RowsAsync<OfficePhrase>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_acceptance_leaves_the_proposal_open(DatabaseKind kind)
    {
        await using var host = await LearningHost.StartAsync(kind);
        var group = await AskedAsync(host);
        await host.Get<TeachPhrase>().TeachAsync(new(Unit.RootId, "2.000815", Odd), LearningHost.Official, LearningHost.Everything, CancellationToken.None);
        Assert.Equal(PhraseOutcome.MeansAnother, await host.AcceptAsync(group, LearningHost.Birth, Odd));
        Assert.Equal(PhraseOutcome.NotFound, await host.Get<AcceptProposal>().AcceptAsync(group, LearningHost.Birth, [Odd], LearningHost.Official, UnitScope.None, CancellationToken.None));
        Assert.Equal(group, Assert.Single(await host.ProposalsAsync()).Id);
    }

    private static (Handling, string?) Found(LearningHost host, string text)
    {
        var understood = host.Understand(text);
        return (understood.Handling, understood.Candidates is [var first, ..] ? first.Code : null);
    }

    private static async Task<Guid> AskedAsync(LearningHost host)
    {
        await host.SaysAsync(await host.CitizenAsync("c1"), Odd, Handling.OutOfScope);
        await host.CollectAsync();
        return Assert.Single(await host.ProposalsAsync()).Id;
    }
}
