using System.Security.Cryptography;
using System.Text;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Answers;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Understanding;
using Chatbot.Understanding.Masking;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>A question that the bot could not answer by itself, with everybody who asked it alike.</summary>
/// <param name="Key">For its address: a fingerprint of the masked words.</param>
/// <param name="Question">As it was asked last, with everything personal masked.</param>
/// <param name="Codes">Procedures that came near; usually empty.</param>
public sealed record Gap(string Key, string Question, int Count, Handling Handling, IReadOnlyList<string> Codes, DateTimeOffset LastAt);

/// <summary>One of the messages behind a gap.</summary>
/// <param name="Text">With everything personal masked.</param>
public sealed record GapMessage(DateTimeOffset At, Channel Channel, Handling Handling, string Text);

/// <param name="Counts">Answers of the time by what the bot did, those included whose words are gone.</param>
public sealed record GapReport(IReadOnlyList<Gap> Gaps, IReadOnlyDictionary<Handling, int> Counts, int All);

/// <summary>What people ask and the catalogue lacks: from the bot's own records, and the words as long as they are kept.</summary>
internal sealed class GapReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, ISecretBox box, IEnumerable<IChannelEvents> events, TimeProvider clock)
{
    public const int Days = 30;
    private const int MostRead = 3_000;
    private const int LongestRead = 400;
    private const int MostMasked = 300;

    /// <summary>What counts as not answered.</summary>
    public static IReadOnlyList<Handling> Unanswered { get; } = [Handling.OutOfScope, Handling.Escalate, Handling.Clarify];

    /// <summary>Whole days, today included.</summary>
    public static Period PeriodAt(DateTimeOffset now) => new(VietnamDay.Of(now).AddDays(1 - Days), VietnamDay.Of(now));

    public async Task<GapReport> ReadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var records = Records(db, (await console.ScopeAsync(ct)).UnitIds);
        var counts = await records.GroupBy(r => r.Handling).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var gaps = (await GroupsAsync(db, records, ct)).Select(group => GapOf(group.Key, group.Value));
        return new GapReport([.. gaps.OrderByDescending(gap => gap.Count).ThenByDescending(gap => gap.LastAt)], counts, counts.Values.Sum());
    }

    /// <summary>The messages of one gap, the newest first.</summary>
    /// <returns>Empty: there is no such gap, or its words have expired.</returns>
    public async Task<IReadOnlyList<GapMessage>> MessagesAsync(string key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var groups = await GroupsAsync(db, Records(db, (await console.ScopeAsync(ct)).UnitIds), ct);
        var found = groups.FirstOrDefault(group => KeyOf(group.Key) == key).Value ?? [];
        return [.. found.OrderByDescending(one => one.Row.AnsweredAt).Select(one => new GapMessage(one.Row.AnsweredAt, one.Row.Channel, one.Row.Handling, Mask(one.Words)))];
    }

    private IQueryable<AnswerRecord> Records(ChatbotDb db, IReadOnlyList<Guid> units)
    {
        var (from, before) = (PeriodAt(clock.GetUtcNow()).From, PeriodAt(clock.GetUtcNow()).Before);
        return db.Set<AnswerRecord>().Where(r => units.Contains(r.UnitId) && r.AnsweredAt >= from && r.AnsweredAt < before);
    }

    /// <summary>By masked words without accents. Masking takes its time: those who asked in the very same words are gathered before it, and only the most frequent are masked.</summary>
    private async Task<IReadOnlyList<KeyValuePair<string, List<Told>>>> GroupsAsync(ChatbotDb db, IQueryable<AnswerRecord> records, CancellationToken ct)
    {
        var rows = await (
            from record in records
            where Unanswered.Contains(record.Handling) && record.EventId != null
            join inbound in db.Set<InboundEvent>() on record.EventId equals inbound.Id
            where inbound.Body != null
            orderby record.AnsweredAt descending
            select new Asked(record.Handling, record.ProcedureCode, record.AnsweredAt, inbound.Channel, inbound.Kind, inbound.Body!)).Take(MostRead).ToListAsync(ct);
        var same = rows.Select(row => new Told(row, Words(row))).Where(one => one.Words.Length > 0).GroupBy(one => PublishedAnswer.Searchable(one.Words))
            .Select(group => group.ToList()).OrderByDescending(group => group.Count).ThenByDescending(group => group[0].Row.AnsweredAt).Take(MostMasked);
        return [.. same.GroupBy(group => PublishedAnswer.Searchable(Mask(group[0].Words))).Select(alike => KeyValuePair.Create(alike.Key, alike.SelectMany(group => group).ToList()))];
    }

    private static Gap GapOf(string words, List<Told> told)
    {
        var last = told.MaxBy(one => one.Row.AnsweredAt)!;
        return new Gap(KeyOf(words), Mask(last.Words), told.Count, last.Row.Handling,
            [.. told.Select(one => one.Row.ProcedureCode).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(3)], last.Row.AnsweredAt);
    }

    private static string KeyOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 10));

    private static string Mask(string words) => PersonalDataMask.Shipped.Apply(words, KeptWords.None).Text;

    /// <returns>Empty: a button, an attachment, or the keys are gone.</returns>
    private string Words(Asked asked)
    {
        if (!box.TryUnprotect(asked.Body, out var plain) || events.Single(e => e.Channel == asked.Channel).Map(asked.Kind, plain) is not ChannelEvent.MessageReceived { Message: var message }) return "";
        var typed = message.Payload is null && !message.Text.StartsWith('#') ? message.Text : "";
        return typed.Length < 3 ? "" : typed.Length > LongestRead ? typed[..LongestRead] : typed;
    }

    private sealed record Asked(Handling Handling, string? ProcedureCode, DateTimeOffset AnsweredAt, Channel Channel, string Kind, byte[] Body);

    private sealed record Told(Asked Row, string Words);
}
