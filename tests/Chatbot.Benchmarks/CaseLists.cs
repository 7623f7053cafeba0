using System.Diagnostics;
using System.Globalization;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Inbox;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Benchmarks;

/// <summary>Lists, counts and searches over 50,000 cases, as the console asks for them: p50 and p95 of each.</summary>
internal static class CaseLists
{
    private const int Cases = 50_000;
    private const int Rounds = 60;
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 3, 0, 0, TimeSpan.Zero);

    private static readonly string[] Vocabulary =
    [
        "đất", "đai", "khai", "sinh", "kết", "hôn", "hộ", "khẩu", "tạm", "trú", "giấy", "phép", "xây", "dựng", "ổ", "gà", "rác", "nước", "điện", "ngập",
        "trợ", "cấp", "người", "cao", "tuổi", "khuyết", "tật", "chứng", "thực", "bản", "sao", "căn", "cước", "bảo", "hiểm", "học", "phí", "đường", "thôn", "xóm",
    ];

    public static async Task<int> RunAsync(string database)
    {
        var kind = database == "sqlite" ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql;
        await using var fresh = await TestDatabase.CreateMigratedAsync(kind);
        using var host = HostOn(fresh);
        var (unit, people) = await SeedAsync(fresh, host.Services.GetRequiredService<CaseSearch>());
        var find = host.Services.GetRequiredService<FindCases>();
        Guid[] scope = [Unit.RootId, unit];
        (string Name, CaseFilter Filter)[] lists =
        [
            ("all, newest change first", new(scope)),
            ("open, nearest deadline first", new(scope) { States = [CaseState.New, CaseState.Assigned, CaseState.InProgress], Sort = CaseSort.Due }),
            ("mine", new(scope) { AssigneeId = people[3], Sort = CaseSort.Due }),
            ("late", new(scope) { IsLate = true }),
            ("one unit, page 200", new([unit]) { Page = 200 }),
            ("last page of all", new(scope) { Page = Cases / 50 - 1 }),
            ("search: one common word", new(scope) { Search = "dat" }),
            ("search: three words", new(scope) { Search = "ngập đường thôn" }),
            ("search: one rare word", new(scope) { Search = "hiem4242" }),
        ];
        Console.WriteLine($"{database}, {Cases} cases, {Rounds} rounds each, milliseconds");
        foreach (var (name, filter) in lists) await MeasureAsync(name, async () => (await find.FindAsync(filter, CancellationToken.None)).Total);
        await MeasureAsync("counts of all states", async () => (await find.CountAsync(new(scope), CancellationToken.None)).Values.Sum());
        await FigureTimes.SeedAsync(fresh, Now);
        await FigureTimes.MeasureAsync(host.Services, scope, Now);
        return 0;
    }

    internal static async Task MeasureAsync(string name, Func<Task<int>> ask)
    {
        var rows = 0;
        for (var i = 0; i < 5; i++) rows = await ask();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} p50 {times[Rounds / 2],7:F1}  p95 {times[Rounds * 95 / 100],7:F1}  ({rows} found)"));
    }

    private static IHost HostOn(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging().AddChatbotDb(database.ConnectionString).AddSingleton<ISecretBox, OpenSecretBox>();
        builder.Services.AddSingleton<TimeProvider>(new FixedTime()).AddOptions<MessagingOptions>();
        builder.AddHotline();
        builder.AddReports();
        return builder.Build();
    }

    private static async Task<(Guid Unit, Guid[] People)> SeedAsync(TestDatabase database, CaseSearch search)
    {
        var (random, unit, account) = (new Random(7), new Unit { Name = "Xã khác", ParentId = Unit.RootId }, new ChannelAccount { PlatformId = "oa", CreatedAt = Now });
        var codes = new HashSet<string>();
        var people = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray();
        var clock = new DeadlineClock(WorkingCalendar.Shipped, DeadlineRules.Shipped, Options.Create(new CaseOptions()));
        await using (var db = database.NewContext())
        {
            db.AddRange(unit, account);
            await db.SaveChangesAsync();
        }
        foreach (var some in Enumerable.Range(0, Cases).Chunk(1_000))
        {
            await using var db = database.NewContext();
            foreach (var number in some)
            {
                var at = Now.AddMinutes(-random.Next(60 * 24 * 365));
                var talk = new Conversation { UnitId = number % 5 == 0 ? unit.Id : Unit.RootId, AccountId = account.Id, CitizenId = $"c{number}", CreatedAt = at, LastInboundAt = at };
                var words = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Vocabulary[random.Next(Vocabulary.Length)])) + $" hiem{number}";
                var opened = new OpenedCase(talk, CaseKind.Question, CaseOrigin.AskedForPerson, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(words)), at);
                // Among so many, codes repeat; the dispatcher draws again when the database refuses one.
                var matter = Case.Open(opened);
                while (!codes.Add(matter.TrackingCode)) matter = Case.Open(opened);
                matter.Run(clock.FirstAnswer(OfficeHours.Standard, at));
                if (number % 10 != 0) matter.Assign(people[random.Next(people.Length)], at);
                if (number % 10 > 2) matter.Answer(at.AddHours(1));
                if (number % 10 > 3) matter.Close(CaseEnd.Resolved, at.AddHours(2));
                db.AddRange(talk, matter);
                db.AddRange((await search.FingerprintsAsync(db, words, CancellationToken.None)).Select(word => new CaseWord { CaseId = matter.Id, Word = word }));
            }
            await db.SaveChangesAsync();
        }
        await using var last = database.NewContext();
        await last.Database.ExecuteSqlRawAsync("ANALYZE");
        return (unit.Id, people);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
