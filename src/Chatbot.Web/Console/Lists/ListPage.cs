using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Lists;

/// <summary>A page of rows, read with two queries: count and rows.</summary>
/// <param name="Total">Of all pages.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, int Total, ListQuery Query, IReadOnlyList<ListColumn<TRow>> Columns)
{
    public int Pages => Math.Max(1, (Total + ListQuery.PageSize - 1) / ListQuery.PageSize);

    /// <param name="rows">Filtered, within the visitor's units, and in the list's own order with a unique last key: what a person sorts by goes before it.</param>
    public static async Task<ListPage<TRow>> ReadAsync(
        IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query, CancellationToken ct)
    {
        var total = await rows.CountAsync(ct);
        var found = await Sorted(rows, columns, query).Skip((query.Page - 1) * ListQuery.PageSize).Take(ListQuery.PageSize).ToListAsync(ct);
        return new ListPage<TRow>(found, total, query, columns);
    }

    internal static IQueryable<TRow> Sorted(IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query)
    {
        if (columns.FirstOrDefault(c => c.Key == query.Sort)?.SortBy is not { } key) return rows;
        return ListOrder.Before(rows, key, query.Descending);
    }
}
