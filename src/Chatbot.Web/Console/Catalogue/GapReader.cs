using Chatbot.Catalogue.Answers;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Chatbot.Understanding.Masking;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>A question that the bot could not answer by itself, with everybody who asked it alike.</summary>
/// <param name="Question">As it was asked last, with everything personal masked.</param>
/// <param name="Codes">Procedures that came near; usually empty.</param>
public sealed record Gap(string Question, int Count, Handling Handling, IReadOnlyList<string> Codes, DateTimeOffset LastAt);

/// <param name="Counts">Answers of the time by what the bot did, those included whose words are gone.</param>
public sealed record GapReport(IReadOnlyList<Gap> Gaps, IReadOnlyDictionary<Handling, int> Counts, int All);

/// <summary>What people ask and the catalogue lacks: from the bot's own records, and the words as long as they are kept.</summary>
internal sealed class GapReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, ISecretBox box, IEnumerable<IChannelEvents> events, TimeProvider clock)
{
    public static readonly TimeSpan Time = TimeSpan.FromDays(30);
    private const int MostRead = 3_000;
    private const int MostShown = 100;
    private static readonly Handling[] Unanswered = [Handling.OutOfScope, Handling.Escalate, Handling.Clarify];

    public async Task<GapReport> ReadAsync(CancellationToken ct)
    {
        var (units, since) = ((await console.ScopeAsync(ct)).UnitIds, clock.GetUtcNow() - Time);
        await using var db = await databases.CreateDbContextAsync(ct);
        var records = db.Set<AnswerRecord>().Where(r => units.Contains(r.UnitId) && r.AnsweredAt >= since);
        var counts = await records.GroupBy(r => r.Handling).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rows = await (
            from record in records
            where Unanswered.Contains(record.Handling) && record.EventId != null
            join inbound in db.Set<InboundEvent>() on record.EventId equals inbound.Id
            where inbound.Body != null
            orderby record.AnsweredAt descending
            select new Asked(record.Handling, record.ProcedureCode, record.AnsweredAt, inbound.Channel, inbound.Kind, inbound.Body!)).Take(MostRead).ToListAsync(ct);
        var gaps = rows.Select(row => (Row: row, Words: Words(row))).Where(one => one.Words.Length > 0)
            .GroupBy(one => PublishedAnswer.Searchable(one.Words)).Select(same => new Gap(same.First().Words, same.Count(), same.First().Row.Handling,
                [.. same.Select(one => one.Row.ProcedureCode).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(3)], same.First().Row.AnsweredAt));
        return new GapReport([.. gaps.OrderByDescending(gap => gap.Count).ThenByDescending(gap => gap.LastAt).Take(MostShown)], counts, counts.Values.Sum());
    }

    /// <returns>Empty: a button, an attachment, or the keys are gone.</returns>
    private string Words(Asked asked)
    {
        if (!box.TryUnprotect(asked.Body, out var plain) || events.Single(e => e.Channel == asked.Channel).Map(asked.Kind, plain) is not ChannelEvent.MessageReceived { Message: var message }) return "";
        var typed = message.Payload is null && !message.Text.StartsWith('#') ? message.Text : "";
        return typed.Length < 3 ? "" : PersonalDataMask.Shipped.Apply(typed.Length > 400 ? typed[..400] : typed, new KeptWords([], [])).Text;
    }

    private sealed record Asked(Handling Handling, string? ProcedureCode, DateTimeOffset AnsweredAt, Channel Channel, string Kind, byte[] Body);
}
