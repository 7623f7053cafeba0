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
        var found = await Sorted(rows, columns, query).Skip((query.Page - 1) * ListQuery.PageSize).Take(ListQuery.PageSize).ToListAsync(ct);
        return new ListPage<TRow>(found, total, query, columns);
    }

    internal static IQueryable<TRow> Sorted<TRow>(IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query) =>
        columns.FirstOrDefault(c => c.Key == query.Sort)?.SortBy is { } key ? ListOrder.Before(rows, key, query.Descending) : rows;
}
