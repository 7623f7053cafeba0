using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Benchmarks;

/// <summary>Campaigns: messages a second with the ledger on PostgreSQL (fsync on) as a ratio to a bare HttpClient loop that keeps no record, time of freezing, and memory.</summary>
internal static class CampaignSending
{
    private const int Recipients = 20_000;
    private const int Connections = 32;
    private const int Warm = 2_000;
    private const int Jobs = 2_000;
    private const int FirstQuestions = 3;   // who asked them gets the campaign too

    private static readonly (string, string)[] Settings =
    [
        ("Campaigns__QuietFrom", "00:00:00"), ("Campaigns__QuietUntil", "00:00:00"), ("Campaigns__QuietSundays", "false"), ("Campaigns__QuietTet", "false"), ("Campaigns__DailyLimit", "0"),
        ("Campaigns__SecondLookAbove", "0"), ("Campaigns__SendsInFlight", "32"), ("Campaigns__PauseAtErrors", "1"), ("Zalo__Limits__0__Since", "2026-01-01"), ("Zalo__Limits__0__AppPermitsPerMinute", "0"), ("Zalo__Limits__0__OaPermitsPerMinute", "0"),
    ];

    public static async Task<int> RunAsync(string[] sizes)
    {
        await using var bench = await Bench.StartAsync("postgres", Settings);
        (bench.Simulator.Options.Zalo.Balance, bench.Simulator.Options.Zalo.ZbsDailyQuota) = (long.MaxValue / 2, int.MaxValue);
        var ids = Enumerable.Range(0, Recipients).Select(i => bench.Simulator.Zalo.Conversation("bare-" + i.ToString(CultureInfo.InvariantCulture)).CitizenId).ToList();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = bench.Simulator.ZaloApiBaseAddress };
        var token = bench.Simulator.Zalo.CurrentTokens().AccessToken;
        ValueTask SendAsync(string id, CancellationToken ct) => SendBareAsync(http, token, id, ct);
        var bare = await BareAsync(ids, SendAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare HttpClient loop, {Connections} connections, no record: {bare:F0}/s"));
        var sent = await CampaignAsync(bench);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"campaign of {Recipients} with ledger on PostgreSQL, fsync on: {sent:F0}/s, ratio {sent / bare:F2}"));
        var jobs = await OneJobARecipient.RunAsync(bench.Database.ConnectionString, ids[..Jobs], Connections, SendAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one job a recipient on the service's job engine, {Connections} at once: {jobs:F0}/s; the campaign is {sent / jobs:F1} times as fast"));
        foreach (var size in sizes.Length > 0 ? sizes : ["10000", "100000", "1000000"]) await FreezeAsync(bench, int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<double> BareAsync(List<string> ids, Func<string, CancellationToken, ValueTask> send)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Connections };
        await Parallel.ForEachAsync(ids.Take(Warm), options, send);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(ids, options, send);
        return ids.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async ValueTask SendBareAsync(HttpClient http, string token, string id, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3.0/oa/message/template")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(ZaloTemplates.Render(id, "310017", [("ho_ten", "Bà con"), ("ma_ho_so", "H1")]))) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.TryAddWithoutValidation("access_token", token);
        using var answer = await http.SendAsync(request, ct);
        if (!(await answer.Content.ReadAsStringAsync(ct)).Contains("\"error\":0", StringComparison.Ordinal)) throw new InvalidOperationException("The stand-in refused a message.");
    }

    /// <summary>From the first delivery that left to the last that was settled.</summary>
    private static async Task<double> CampaignAsync(Bench bench)
    {
        await PlantAsync(bench, 0, Warm);
        await UntilAsync(bench, await ScheduleAsync(bench), CampaignStatus.Finished);   // warm, as the bare loop was
        await PlantAsync(bench, Warm, Recipients);
        for (var i = 0; i < FirstQuestions; i++) await AskAsync(bench, "truoc-" + i.ToString(CultureInfo.InvariantCulture));   // what a service does for the first time is not the campaign's doing
        var id = await ScheduleAsync(bench);
        await UntilAsync(bench, id, CampaignStatus.Running, CampaignStatus.Finished);
        await WatchRepliesAsync(bench, id);
        await UntilAsync(bench, id, CampaignStatus.Finished);
        await using var read = bench.Database.NewContext();
        var rows = read.Set<Delivery>().Where(d => d.CampaignId == id && d.Status == DeliveryStatus.Sent);
        var (first, last, count) = (await rows.MinAsync(d => d.LeftAt), await rows.MaxAsync(d => d.SentAt), await rows.CountAsync());
        if (count != Recipients + FirstQuestions) throw new InvalidOperationException($"{count} of {Recipients} were sent.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  service {bench.Service.Resident >> 20} MB resident"));
        return count / (last!.Value - first!.Value).TotalSeconds;
    }

    private static async Task PlantAsync(Bench bench, int from, int until)
    {
        await using var db = bench.Database.NewContext();
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Channel == Channel.Zalo);
        for (var i = from; i < until; i++)
            db.Add(new Conversation
            {
                AccountId = account.Id, Channel = Channel.Zalo, CitizenId = bench.Simulator.Zalo.Conversation("dan-" + i.ToString(CultureInfo.InvariantCulture)).CitizenId,
                CreatedAt = DateTimeOffset.UtcNow, LastInboundAt = DateTimeOffset.UtcNow, IsFollower = true,
            });
        await db.SaveChangesAsync();
    }

    /// <summary>Citizens who ask while the campaign runs at its full speed: from the webhook to the reply in their hands.</summary>
    private static async Task WatchRepliesAsync(Bench bench, Guid id)
    {
        var took = new List<double>();
        for (var i = 0; i < 200 && await IsRunningAsync(bench, id); i++) took.Add(await AskAsync(bench, "hoi-" + i.ToString(CultureInfo.InvariantCulture)));
        if (took.Count == 0) return;
        var (slowest, sorted) = (took.IndexOf(took.Max()), took.Order().ToList());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  replies during the campaign: {took.Count}, median {sorted[took.Count / 2]:F0} ms, slowest {sorted[^1]:F0} ms (number {slowest + 1})"));
    }

    /// <returns>Milliseconds until the reply was there.</returns>
    private static async Task<double> AskAsync(Bench bench, string name)
    {
        var began = Stopwatch.GetTimestamp();
        await bench.Simulator.Zalo.SaysAsync(name, "dang ky khai sinh can giay to gi", CancellationToken.None);
        await bench.Simulator.Zalo.Conversation(name).WaitForAsync(1, TimeSpan.FromSeconds(30), CancellationToken.None);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<bool> IsRunningAsync(Bench bench, Guid id)
    {
        await using var db = bench.Database.NewContext();
        return await db.Set<Campaign>().AnyAsync(c => c.Id == id && c.Status == CampaignStatus.Running);
    }

    private static async Task FreezeAsync(Bench bench, int size)
    {
        await using var db = bench.Database.NewContext();
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Channel == Channel.Zalo);
        var known = await db.Set<Conversation>().CountAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        if (size > known)
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO conversation (id, unit_id, account_id, channel, citizen_id, partition, state, is_follower, last_inbound_at, created_at)
                SELECT gen_random_uuid(), {Unit.RootId}, {account.Id}, 'Zalo', 'x' || n, 0, '', TRUE, now(), now() FROM generate_series({known + 1}, {size}) AS n
                """);
        await db.Database.ExecuteSqlRawAsync("ANALYZE conversation");
        var options = new FixedOptions<CampaignOptions>(new CampaignOptions());
        var freeze = new FreezeAudience(new LeftOut(options, new FixedOptions<FacebookOptions>(new FacebookOptions()), new FixedOptions<ZaloOptions>(new ZaloOptions())), options, TimeProvider.System);
        var campaign = Draft();
        db.Add(campaign);
        await db.SaveChangesAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var began = Stopwatch.GetTimestamp();
            var planned = await freeze.FreezeAsync(db, campaign, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(began);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"freezing {planned}: {took.TotalSeconds:F1} s"));
            await transaction.RollbackAsync();
        }
        await WatchMemoryAsync(bench, size);
    }

    /// <summary>The service freezes and sends for a while; then it is stopped.</summary>
    private static async Task WatchMemoryAsync(Bench bench, int size)
    {
        var id = await ScheduleAsync(bench);
        await UntilAsync(bench, id, CampaignStatus.Running, CampaignStatus.Finished);
        var most = 0L;
        for (var i = 0; i < 30; i++)
        {
            await Task.Delay(500);
            most = Math.Max(most, bench.Service.Resident);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  while sending to {size}: service at most {most >> 20} MB resident"));
        await using var db = bench.Database.NewContext();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Set<Campaign>().Where(c => c.Id == id && c.Status == CampaignStatus.Running).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CampaignStatus.Cancelled));
        await Task.Delay(TimeSpan.FromSeconds(2));
        await db.Set<Delivery>().Where(d => d.CampaignId == id).ExecuteDeleteAsync();
    }

    private static async Task<Guid> ScheduleAsync(Bench bench)
    {
        var campaign = Draft();
        campaign.Submit(Recipients, needsSecondLook: false, DateTimeOffset.UtcNow);
        campaign.Approve(Guid.NewGuid(), DateTimeOffset.UtcNow);
        campaign.Schedule(DateTimeOffset.UtcNow);
        await using var db = bench.Database.NewContext();
        db.Add(campaign);
        await db.SaveChangesAsync();
        return campaign.Id;
    }

    private static Campaign Draft()
    {
        var campaign = new Campaign { UnitId = Unit.RootId, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow };
        campaign.Write(new CampaignDraft("Kết quả hồ sơ", Purpose.PersonalNotice, new CampaignContent("", "Hồ sơ đã có kết quả."),
            new SendingMethods(null, ZaloMethod.Template) { ZaloTemplate = "310017", Values = [new TemplateValue("ho_ten", "Bà con"), new TemplateValue("ma_ho_so", "H1")] })
        {
            Segment = new SegmentChoice(Guid.NewGuid(), 1, Criteria.Everybody),
        }, campaign.AuthorId, DateTimeOffset.UtcNow);
        return campaign;
    }

    private static async Task UntilAsync(Bench bench, Guid id, params CampaignStatus[] wanted)
    {
        for (var i = 0; i < 6_000; i++)
        {
            await using var db = bench.Database.NewContext();
            var status = await db.Set<Campaign>().Where(c => c.Id == id).Select(c => c.Status).SingleAsync();
            if (Array.IndexOf(wanted, status) >= 0) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The campaign did not get there in ten minutes:\n" + bench.Service.Output);
    }
}
