using System.Text;
using System.Text.Json.Nodes;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Benchmarks;

/// <summary>A year of a busy office: 50,000 cases and what comes with them. The words are drawn, nobody's.</summary>
internal sealed class CaseSeed(ConsoleApp app, DateTimeOffset now)
{
    public const string Official = "quan.tri";
    public const int Cases = 50_000;
    private const int Answers = 200_000, Surveys = 10_000, Ratings = 20_000, Notices = 100_000, Entries = 300_000, Unanswered = 6_000;

    private static readonly string[] Vocabulary =
    [
        "đất", "đai", "khai", "sinh", "kết", "hôn", "hộ", "khẩu", "tạm", "trú", "giấy", "phép", "xây", "dựng", "ổ", "gà", "rác", "nước", "điện", "ngập",
        "trợ", "cấp", "người", "cao", "tuổi", "khuyết", "tật", "chứng", "thực", "bản", "sao", "căn", "cước", "bảo", "hiểm", "học", "phí", "đường", "thôn", "xóm",
    ];

    private static readonly Handling[] NotAnswered = [Handling.OutOfScope, Handling.Escalate, Handling.Clarify];

    private readonly Random random = new(7);

    public List<Guid> Ids { get; } = [];

    private ChannelAccount Account { get; } = new() { PlatformId = "oa", CreatedAt = now };

    public async Task RunAsync()
    {
        var me = await app.AddOfficialAsync(Official, Rights.All);
        await AddAsync([Account]);
        var commune = await app.AddUnitAsync("Xã khác", UnitKind.Commune);
        await AddCasesAsync(commune.Id, [me, .. Enumerable.Range(0, 20).Select(_ => Guid.NewGuid())]);
        await AddAsync(Enumerable.Range(0, Answers).Select(_ => Answer((Handling)random.Next(8), Sometime())));
        await AddAsync(Ids.Take(Surveys).SelectMany(Survey));
        await AddAsync(Enumerable.Range(0, Notices).Select(i => new Notice
        {
            CaseId = Ids[random.Next(Ids.Count)], UnitId = Unit.RootId, Kind = (NoticeKind)random.Next(5), Audience = (Audience)(i % 3), OfficialId = i % 3 == 0 ? me : null, Cause = $"seed:{i}", CreatedAt = Sometime(),
            SeenAt = i % 50 == 0 ? null : now,
        }));
        await AddRatingsAsync();
        await AddUnansweredAsync();
        await AddEntriesAsync(me);
        await using var db = app.Database.NewContext();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private async Task AddCasesAsync(Guid commune, Guid[] people)
    {
        var codes = new HashSet<string>();
        var (clock, box, search) = (app.Services.GetRequiredService<DeadlineClock>(), app.Services.GetRequiredService<ISecretBox>(), app.Services.GetRequiredService<CaseSearch>());
        foreach (var some in Enumerable.Range(0, Cases).Chunk(1_000))
        {
            await using var db = app.Database.NewContext();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var number in some)
            {
                var at = Sometime();
                var talk = new Conversation { UnitId = number % 5 == 0 ? commune : Unit.RootId, AccountId = Account.Id, CitizenId = $"c{number}", CreatedAt = at, LastInboundAt = at };
                var words = $"{Words(12)} hiem{number}";
                var opened = new OpenedCase(talk, (CaseKind)(number % 4), CaseOrigin.AskedForPerson, box.ProtectWords(words), at);
                // Among so many, codes repeat; the dispatcher draws again when the database refuses one.
                var matter = Case.Open(opened);
                while (!codes.Add(matter.TrackingCode)) matter = Case.Open(opened);
                matter.Run(clock.FirstAnswer(OfficeHours.Standard, at));
                if (number % 10 != 0) matter.Assign(people[random.Next(people.Length)], at);
                if (number % 10 > 2) matter.Answer(at.AddHours(1));
                if (number % 10 > 3) matter.Close(CaseEnd.Resolved, at.AddHours(2));
                db.AddRange(talk, matter);
                db.AddRange((await search.FingerprintsAsync(db, words, CancellationToken.None)).Select(word => new CaseWord { CaseId = matter.Id, Word = word }));
                Ids.Add(matter.Id);
            }
            await db.SaveChangesAsync();
        }
    }

    private AnswerRecord Answer(Handling handling, DateTimeOffset at) => new()
    {
        AccountId = Account.Id, Handling = handling, ProcedureCode = $"1.{random.Next(400):000000}", Aspect = (Aspect)random.Next(5), Confidence = random.NextDouble(), AnsweredAt = at,
    };

    private IEnumerable<object> Survey(Guid caseId)
    {
        var survey = new Survey { CaseId = caseId, AskedAt = Sometime() };
        yield return survey;
        if (random.Next(3) != 0) yield break;
        foreach (var question in Enum.GetValues<SurveyQuestion>()) yield return new SurveyScore { SurveyId = survey.Id, Question = question, Score = random.Next(1, 6), AnsweredAt = survey.AskedAt };
    }

    private async Task AddRatingsAsync()
    {
        await using var db = app.Database.NewContext();
        var talks = await db.Set<Conversation>().OrderBy(c => c.Id).Take(Ratings).Select(c => c.Id).ToListAsync();
        await AddAsync(talks.Select(talk => new Rating { AccountId = Account.Id, ConversationId = talk, PlatformMessageId = $"m{talk:N}", Good = random.Next(4) > 0, RatedAt = Sometime() }));
    }

    /// <summary>The last month's questions that the bot could not answer, with their words.</summary>
    private async Task AddUnansweredAsync()
    {
        var box = app.Services.GetRequiredService<ISecretBox>();
        var body = JsonNode.Parse(Chatbot.Testing.Payloads.Payload.Read("zalo/user_send_text.json"))!;
        foreach (var some in Enumerable.Range(0, Unanswered).Chunk(1_000))
        {
            await using var db = app.Database.NewContext();
            var inbound = some.Select(i =>
            {
                var at = now.AddMinutes(-random.Next(60 * 24 * 28));
                body["message"]!["text"] = Words(3 + random.Next(6));
                return new InboundEvent
                {
                    AccountId = Account.Id, Channel = Channel.Zalo, PlatformAccountId = "oa", EventKey = $"u{i}", Kind = "user_send_text", CitizenId = $"c{i}", OccurredAt = at, ReceivedAt = at,
                    Status = EventStatus.Handled, Body = box.Protect(Encoding.UTF8.GetBytes(body.ToJsonString())),
                };
            }).ToList();
            db.AddRange(inbound);
            await db.SaveChangesAsync();
            foreach (var one in inbound)
            {
                var record = Answer(NotAnswered[random.Next(NotAnswered.Length)], one.ReceivedAt);
                db.Entry(record).Property(r => r.EventId).CurrentValue = one.Id;
                db.Add(record);
            }
            await db.SaveChangesAsync();
        }
    }

    /// <summary>The trail of a year. Its hashes are drawn: nothing here verifies them.</summary>
    private async Task AddEntriesAsync(Guid me)
    {
        await using var db = app.Database.NewContext();
        var last = await db.Set<AuditEntry>().MaxAsync(e => (long?)e.Sequence) ?? 0;
        var before = await db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).Select(e => e.Hash).FirstOrDefaultAsync() ?? "";
        string[] actions = ["conversation.read", "case.changed", "file.read", "list.exported"];
        await AddAsync(Enumerable.Range(1, Entries).Select(i => new AuditEntry
        {
            Sequence = last + i, At = now.AddSeconds(i - Entries), OfficialId = i % 3 == 0 ? me : null, UnitId = Unit.RootId, Address = $"10.0.{i % 250}.{i % 9}", Action = actions[i % actions.Length],
            SubjectKind = "case", SubjectId = Ids[random.Next(Ids.Count)].ToString(), Details = "{}", PreviousHash = i == 1 ? before : $"{last + i - 1:x64}", Hash = $"{last + i:x64}",
        }));
        await db.Set<AuditHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, last + Entries).SetProperty(h => h.Hash, $"{last + Entries:x64}"));
    }

    private async Task AddAsync(IEnumerable<object> rows)
    {
        foreach (var some in rows.Chunk(5_000))
        {
            await using var db = app.Database.NewContext();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(some);
            await db.SaveChangesAsync();
        }
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private DateTimeOffset Sometime() => now.AddMinutes(-random.Next(60 * 24 * 365));
}
