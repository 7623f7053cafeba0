using System.Globalization;
using System.Linq.Expressions;
using Chatbot.Hotline;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Audit;

/// <summary>An entry as people read it.</summary>
public sealed class AuditRow
{
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null: the service, or somebody at the command line.</summary>
    public string? Who { get; init; }

    public required string Action { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public required string Unit { get; init; }

    public required string Address { get; init; }

    public required string Details { get; init; }

    public string WhoWords => Who ?? (Address == Actor.CommandLine.Address ? AuditTexts.CommandLine : AuditTexts.Service);

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<AuditRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var entries = Between(db.Set<AuditEntry>().Within(scope), Day(query.Filter("from")), Day(query.Filter("to")));
        if (query.Filter("action") is { Length: > 0 } action) entries = entries.Where(e => e.Action == action);
        if (PlainText.Of(query.Search) is { Length: > 0 } word) entries = entries.Where(Matching(db, word, query.Search));
        var rows =
            from entry in entries
            join unit in db.Set<Unit>() on entry.UnitId equals unit.Id
            join official in db.Set<Official>() on entry.OfficialId equals official.Id into officials
            from official in officials.DefaultIfEmpty()
            select new AuditRow
            {
                Sequence = entry.Sequence,
                At = entry.At,
                Who = official == null ? null : official.FullName,
                Action = entry.Action,
                SubjectKind = entry.SubjectKind,
                SubjectId = entry.SubjectId,
                Unit = unit.Name,
                Address = entry.Address,
                Details = entry.Details,
            };
        return rows.OrderByDescending(r => r.Sequence);
    }

    // The official who acted, the subject's whole id, or the whole address.
    private static Expression<Func<AuditEntry, bool>> Matching(ChatbotDb db, string word, string typed)
    {
        var id = typed.ToLowerInvariant();
        return e => e.SubjectId == id || e.Address == typed || db.Set<Official>().Any(o => o.Id == e.OfficialId && o.SearchText.Contains(word));
    }

    private static IQueryable<AuditEntry> Between(IQueryable<AuditEntry> entries, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is { } first) entries = entries.Where(e => e.At >= first);
        if (to?.AddDays(1) is { } end) entries = entries.Where(e => e.At < end);
        return entries;
    }

    /// <returns>Its beginning in Viet Nam; null: no date.</returns>
    private static DateTimeOffset? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), WorkingCalendar.Local(DateTimeOffset.UnixEpoch).Offset) : null;
}
