using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Lists;

/// <summary>A list as its page or, when that was asked for, as a file.</summary>
internal sealed class ListPages(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail)
{
    /// <typeparam name="TPage">Has one parameter, <c>List</c>.</typeparam>
    /// <param name="name">See <see cref="ListExport"/>.</param>
    /// <param name="read">The rows within what the visitor may see; see <see cref="ListReader"/>.</param>
    public async Task<IResult> ShowAsync<TPage, TRow>(
        HttpRequest request, string name, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query, Func<ChatbotDb, UnitScope, IOrderedQueryable<TRow>> read, CancellationToken ct)
        where TPage : IComponent
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = read(db, await console.ScopeAsync(ct));
        if (ListExport.FormatOf(request) is { } format) return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, name, format, rows, columns, query, ct);
        return Pages.Show<TPage>(new { List = await ListReader.ReadAsync(rows, columns, query, ct) });
    }
}
