using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Lists;

/// <summary>Reads one page with two queries: count and rows.</summary>
public static class ListReader
{
    /// <param name="rows">Filtered, within the visitor's units, and in the list's own order with a unique last key: what a person sorts by goes before it.</param>
    public static async Task<ListPage<TRow>> ReadAsync<TRow>(
        IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query, CancellationToken ct)
    {
        var total = await rows.CountAsync(ct);
        return new ListPage<TRow>(await PageAsync(Sorted(rows, columns, query), (query.Page - 1) * ListQuery.PageSize, total, ct), total, query, columns);
    }

    /// <summary>What lies in the second half is reached from the end.</summary>
    private static async Task<List<TRow>> PageAsync<TRow>(IQueryable<TRow> sorted, int skip, int total, CancellationToken ct)
    {
        if (skip >= total) return [];
        if (skip <= total / 2) return await sorted.Skip(skip).Take(ListQuery.PageSize).ToListAsync(ct);
        var found = await sorted.Reverse().Skip(Math.Max(0, total - skip - ListQuery.PageSize)).Take(Math.Min(ListQuery.PageSize, total - skip)).ToListAsync(ct);
        found.Reverse();
        return found;
    }

    /// <summary>As above, of rows that are all in memory.</summary>
    public static ListPage<TRow> Page<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query) =>
        new([.. Sorted(rows, columns, query).Skip((query.Page - 1) * ListQuery.PageSize).Take(ListQuery.PageSize)], rows.Count, query, columns);

    internal static IReadOnlyList<TRow> Sorted<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query) =>
        [.. Sorted(rows.AsQueryable().OrderBy(_ => 0), columns, query)];

    internal static IQueryable<TRow> Sorted<TRow>(IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query) =>
        columns.FirstOrDefault(c => c.Key == query.Sort)?.SortBy is { } key ? ListOrder.Before(rows, key, query.Descending) : rows;
}
