using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Inbox;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Live;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>Reads the list of cases for one person: rows, groups with their counts, choices of the filters.</summary>
internal sealed class InboxReader(FindCases cases, SharedLooks looks, IDbContextFactory<ChatbotDb> databases, TimeProvider clock)
{
    public async Task<ListPage<InboxRow>> PageAsync(ListQuery query, Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var found = await cases.FindAsync(InboxQuestion.Filter(query, visitor, scope), ct);
        return new ListPage<InboxRow>(await RowsAsync(found.Rows, ct), found.Total, query, InboxColumns.All);
    }

    public async Task<IReadOnlyList<InboxRow>> ExportAsync(ListQuery query, Visitor visitor, UnitScope scope, CancellationToken ct) =>
        await RowsAsync(await cases.AllAsync(InboxQuestion.Filter(query, visitor, scope), ListExport.MostRows, ct), ct);

    /// <summary>Counts whatever the filters say, so that nobody overlooks what waits.</summary>
    public async Task<InboxCounts> CountAsync(ListQuery query, Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var (open, me) = (await OpenAsync(visitor, scope, ct), visitor.OfficialId);
        return new InboxCounts(
            [
                (InboxGroup.Mine, open.Of(me).Open), (InboxGroup.Unassigned, open.Unassigned), (InboxGroup.Late, open.Late), (InboxGroup.Approval, open.AwaitingApproval),
                (InboxGroup.Open, open.Open), (InboxGroup.All, null),
            ], InboxQuestion.Group(query), open.Unassigned + open.Of(me).News);
    }

    /// <summary>Everybody who sees the same units shares one look.</summary>
    public Task<OpenCases> OpenAsync(Visitor visitor, UnitScope scope, CancellationToken ct) =>
        looks.JoinAsync($"cases.open:{visitor.UnitPath}", token => cases.CountOpenAsync(scope.UnitIds, token), ct);

    public async Task<InboxChoices> ChoicesAsync(UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var units = scope.UnitIds;
        return new InboxChoices(
            await UnitNode.ReadAsync(db, scope, ct),
            await db.Set<Label>().Where(l => units.Contains(l.UnitId)).OrderBy(l => l.Name).ToListAsync(ct),
            await Colleagues(db, scope).ToListAsync(ct));
    }

    /// <summary>Those who may answer in these units and have not left.</summary>
    internal static IQueryable<Colleague> Colleagues(ChatbotDb db, UnitScope scope) => db.Set<Official>().Within(scope)
        .Where(o => o.LockedAt == null && (o.Rights & CaseRights.Act) != 0).OrderBy(o => o.FullName).ThenBy(o => o.Id)
        .Select(o => new Colleague { Id = o.Id, FullName = o.FullName, UserName = o.UserName!, UnitId = o.UnitId });

    private async Task<IReadOnlyList<InboxRow>> RowsAsync(IReadOnlyList<CaseRow> rows, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var names = await CaseNames.ReadAsync(db, rows.SelectMany(r => r.Labels.Append(r.HandlerUnitId).Append(r.AssigneeId ?? r.HandlerUnitId)), ct);
        var now = clock.GetUtcNow();
        return [.. rows.Select(row => new InboxRow(row, names, now))];
    }
}

/// <param name="Groups">Null: not counted, as it only grows.</param>
/// <param name="Waiting">What the page's title counts: cases that nobody has, and mine in which the citizen has written.</param>
public sealed record InboxCounts(IReadOnlyList<(InboxGroup Group, int? Count)> Groups, InboxGroup Chosen, int Waiting);

public sealed record InboxChoices(IReadOnlyList<UnitNode> Units, IReadOnlyList<Label> Labels, IReadOnlyList<Colleague> Colleagues);

/// <summary>Somebody who answers citizens here.</summary>
public sealed record Colleague
{
    public Guid Id { get; init; }

    public required string FullName { get; init; }

    public required string UserName { get; init; }

    public Guid UnitId { get; init; }
}
