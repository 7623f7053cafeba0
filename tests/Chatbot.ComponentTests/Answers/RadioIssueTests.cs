using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Radio;
using Chatbot.Testing.Databases;
using static Chatbot.ComponentTests.Answers.AnswersHost;

namespace Chatbot.ComponentTests.Answers;

public sealed class RadioIssueTests
{
    private static readonly DateOnly Day = new(2026, 12, 5);

    [Theory, OnSqlite, OnPostgres]
    public async Task Issues_count_up_even_when_made_at_once_and_read_the_same_after_a_withdrawal(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var answer = await host.PublishedAsync();
        var issues = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Get<CreateRadioIssue>().CreateAsync(Unit.RootId, Day, [answer.Id], Approver, CancellationToken.None)));
        Assert.Equal([1, 2, 3, 4], issues.Select(i => i!.Number).Order());
        await host.Get<WithdrawAnswer>().WithdrawAsync(Seen(answer), "Luật đã đổi", Editor, CancellationToken.None);
        var script = await host.Get<RadioIssues>().ScriptAsync(issues[0]!.Id, [Unit.RootId], CancellationToken.None);
        Assert.Contains(script!.Lines, line => line.Text.Contains("sữa học đường", StringComparison.Ordinal));
        Assert.Null(await host.Get<RadioIssues>().ScriptAsync(issues[0]!.Id, [], CancellationToken.None));
        Assert.Null(await host.Get<CreateRadioIssue>().CreateAsync(Unit.RootId, Day, [answer.Id], Approver, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_cannot_go_on_air(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        using var host = new AnswersHost(database);
        var (draft, published) = (await host.DraftedAsync(), await host.PublishedAsync(Text with { Question = "Câu khác?" }));
        Assert.Null(await host.Get<CreateRadioIssue>().CreateAsync(Unit.RootId, Day, [published.Id, draft.Id], Approver, CancellationToken.None));
        Assert.NotNull(await host.Get<CreateRadioIssue>().CreateAsync(Unit.RootId, Day, [published.Id], Approver, CancellationToken.None));
    }
}
