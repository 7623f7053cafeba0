namespace Chatbot.Web.Console.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Total">Rows of all pages.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, int Total, ListQuery Query, IReadOnlyList<ListColumn<TRow>> Columns)
{
    public int Pages => Math.Max(1, (Total + ListQuery.PageSize - 1) / ListQuery.PageSize);
}
