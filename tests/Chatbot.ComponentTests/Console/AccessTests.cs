using System.Net;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Answers;
using Chatbot.Catalogue.Import;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Hotline.Phrases;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Console;

/// <summary>What must hold at every address of the console, those that other capabilities add included.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class AccessTests(ConsoleApps apps)
{
    private const string Planted = "Zyxomblat";

    // Who is asked nothing, and why: signing in, links, style and scripts, light or dark.
    private static readonly string[] Open =
    [
        "/console/assets/{version}/{name}", "/console/invitation/{token}", "/console/sign-in", "/console/sign-in/code", "/console/theme",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_gets_in_without_having_signed_in(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        using var stranger = app.NewBrowser();
        foreach (var endpoint in ConsoleEndpoints.All.Where(e => !Open.Contains(e.Pattern)))
        {
            if (endpoint.Method == "GET") await stranger.GetAsync(endpoint.Path(Guid.NewGuid()));
            else await stranger.PostAsync(endpoint.Path(Guid.NewGuid()));
            Assert.True(stranger.Path == "/console/sign-in", $"{endpoint} is open to strangers");
        }
        Assert.Equal(Open, ConsoleEndpoints.All.Where(e => e.IsOpen).Select(e => e.Pattern).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_lacks_the_right_is_refused_at_every_page_and_form(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await app.AddOfficialAsync("quyen.chiase", Right.ShareOnly);
        using var browser = await app.SignedInAsync("quyen.chiase");
        var guarded = ConsoleEndpoints.All.Where(e => e.Needed is { } needed && !needed.HasFlag(Right.ShareOnly)).ToList();
        Assert.NotEmpty(guarded);
        foreach (var endpoint in guarded)
        {
            if (endpoint.Method == "GET") await browser.GetAsync(endpoint.Path(Guid.NewGuid()));
            else await browser.PostAsync(endpoint.Path(Guid.NewGuid()));
            Assert.True(browser.Status == HttpStatusCode.Forbidden, $"{endpoint} answers {browser.Status}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_without_its_token_does_nothing(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await app.AddOfficialAsync("khong.phieu", Rights.All);
        using var browser = await app.SignedInAsync("khong.phieu");
        foreach (var endpoint in ConsoleEndpoints.All.Where(e => e.Method != "GET"))
        {
            await browser.PostAsync(endpoint.Path(Guid.NewGuid()), ("name", "x"));
            Assert.True(browser.Status == HttpStatusCode.BadRequest, $"{endpoint} answers {browser.Status}");
        }
        await browser.GetAsync("/console");
        Assert.Equal("/console", browser.Path);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_page_shows_or_changes_what_belongs_to_another_unit(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var mine = await app.AddUnitAsync("Xã Của Tôi", UnitKind.Commune);
        var section = await app.AddUnitAsync("Bộ phận Một cửa", UnitKind.Section, mine.Id);
        var other = await app.AddUnitAsync($"Xã {Planted}", UnitKind.Commune);
        await app.AddOfficialAsync("pham.vi", Rights.All, mine.Id);
        await app.AddOfficialAsync("cap.duoi", Right.HotlineAgent, section.Id);
        var stranger = await app.AddOfficialAsync($"{Planted}.x", Right.HotlineAgent, other.Id);
        var foreign = await PlantAsync(app, other.Id);
        using var browser = await app.SignedInAsync("pham.vi");
        Assert.Contains("cap.duoi", await browser.GetAsync("/console/officials"), StringComparison.Ordinal);
        var before = await FingerprintAsync(app, other.Id);
        foreach (var endpoint in ConsoleEndpoints.All.Where(e => e.Method == "GET" && !e.IsOpen && !e.IsStream))
            foreach (var id in endpoint.HasId ? foreign.Append(stranger).Append(other.Id).Append(Unit.RootId) : [Guid.Empty])
            {
                await browser.GetAsync(endpoint.Path(id));
                Assert.True(!browser.Html.Contains(Planted, StringComparison.OrdinalIgnoreCase), $"{endpoint} shows another unit");
                if (endpoint.HasId) Assert.True(browser.Status == HttpStatusCode.NotFound, $"{endpoint} answers {browser.Status}");
            }
        // Everything that a list may show when it is asked to: all groups, as a file, by the other unit's id.
        foreach (var endpoint in ConsoleEndpoints.All.Where(e => e.Method == "GET" && !e.IsOpen && !e.IsStream && !e.HasId))
            foreach (var asked in new[] { "?group=All&from=2020-01-01", "?export=csv&group=All&from=2020-01-01", "?export=xlsx", $"?unit={other.Id}&group=All", $"?who={stranger}&group=All" })
            {
                await browser.GetAsync(endpoint.Path(Guid.Empty) + asked);
                Assert.True(!browser.Html.Contains(Planted, StringComparison.OrdinalIgnoreCase), $"{endpoint}{asked} shows another unit");
            }
        await AssertRefusesAsync(browser, [stranger, other.Id, .. foreign]);
        await AssertNoStreamAsync(browser, foreign);
        Assert.Equal(before, await FingerprintAsync(app, other.Id));
        using (var export = await browser.AnswerAsync("/console/officials?export=csv"))
            Assert.DoesNotContain(Planted, await export.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    // A case with an answer, a file, a note and a label, texts and an account of another unit: no page may lead to any of them.
    private static async Task<IReadOnlyList<Guid>> PlantAsync(ConsoleApp app, Guid unit)
    {
        var matter = await app.PlantCaseAsync(unit, $"Chuyện riêng {Planted}");
        await using var db = app.Database.NewContext();
        var answer = new CaseAnswer { CaseId = matter.Id, RequestId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), Text = "", CreatedAt = DateTimeOffset.UtcNow };
        var label = new Label { UnitId = unit, Name = $"Nhãn {Planted}" };
        var canned = new CannedAnswer { UnitId = unit, Title = $"Mẫu {Planted}", Text = Planted, Folded = $" mau {Planted.ToLowerInvariant()} " };
        var macro = new Macro { UnitId = unit, Name = $"Chuỗi {Planted}", Steps = Macro.Write([new MacroStep(MacroAction.Claim, "")]) };
        var file = new CaseFile { CaseId = matter.Id, OfficialId = Guid.NewGuid(), Name = "", ContentType = "application/pdf", Size = 1, Hash = "", AddedAt = DateTimeOffset.UtcNow };
        var segment = new Segment { UnitId = unit };
        segment.Write($"Nhóm {Planted}", Criteria.Everybody, Guid.NewGuid(), DateTimeOffset.UtcNow);
        var campaign = new Campaign { UnitId = unit, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow };
        campaign.Write(new CampaignDraft($"Tin {Planted}", Purpose.Outreach, new CampaignContent("", Planted), new SendingMethods(FacebookMethod.Update, null)), campaign.AuthorId, DateTimeOffset.UtcNow);
        var key = new ApiKey { UnitId = unit, Name = $"Khóa {Planted}", Hash = Planted, Start = Planted, Scopes = ApiScopes.All, CreatedAt = DateTimeOffset.UtcNow, ExpiresAt = DateTimeOffset.UtcNow.AddDays(1) };
        db.AddRange(answer, label, canned, macro, file, segment, campaign, key);
        var page = await CasePlants.AccountAsync(db, unit, Channel.Facebook);
        var sent = CitizenFile.Found(matter.ConversationId, await db.Set<InboundEvent>().Where(e => e.UnitId == unit).Select(e => e.Id).FirstAsync(), 0, "", "", DateTimeOffset.UtcNow);
        var published = new PublishedAnswer { UnitId = unit, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow };
        db.Add(published.Write(new AnswerText($"Hỏi {Planted}?", $"Đáp {Planted}") { Field = Planted, Source = Planted }, published.AuthorId, DateTimeOffset.UtcNow)!);
        var run = new ImportRun { UnitId = unit, Source = Planted, FileName = $"{Planted}.jsonl", StartedAt = DateTimeOffset.UtcNow };
        var entry = new FaqVersion
        {
            UnitId = unit, Code = Planted.ToLowerInvariant(), Version = 1, Title = $"Câu {Planted}", Topic = Planted, SearchText = Planted.ToLowerInvariant(),
            Content = $$"""{"id":"{{Planted.ToLowerInvariant()}}","questions":["Câu {{Planted}}"],"answer":"Đáp {{Planted}}"}""", ContentHash = "x", ImportedAt = DateTimeOffset.UtcNow, Source = Planted, ImportId = run.Id,
        };
        var group = new QuestionGroup { UnitId = unit, Key = QuestionGroup.KeyOf(Planted), CreatedAt = DateTimeOffset.UtcNow };
        group.Take(DateTimeOffset.UtcNow, "1.001193", LikelyFrom.Citizens);
        var unclear = new UnclearQuestion
        {
            UnitId = unit, GroupId = group.Id, ConversationId = matter.ConversationId, EventId = sent.EventId, Why = UnclearWhy.NotFound, Text = Planted, SearchText = Planted.ToLowerInvariant(), AskedAt = DateTimeOffset.UtcNow,
        };
        var gap = new AnswerRecord { UnitId = unit, AccountId = matter.AccountId, Handling = Understanding.Handling.OutOfScope, AnsweredAt = DateTimeOffset.UtcNow };
        db.AddRange(sent, published, run, entry, group, unclear, gap);
        db.Entry(gap).Property(g => g.EventId).CurrentValue = sent.EventId;
        await db.SaveChangesAsync();
        return
        [
            matter.Id, answer.Id, label.Id, canned.Id, macro.Id, file.Id, page.Id, matter.ConversationId, sent.Id, published.Id, run.Id, entry.Id, group.Id,
            segment.Id, campaign.Id, key.Id,
        ];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_sees_the_cases_of_lower_units_and_takes_none(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var commune = await app.AddUnitAsync("Xã Trên", UnitKind.Commune);
        var section = await app.AddUnitAsync("Bộ phận Dưới", UnitKind.Section, commune.Id);
        await app.AddOfficialAsync("chi.quan.tri", Right.Administrator | Right.Auditor, commune.Id);   // as the first one is
        var matter = await app.PlantCaseAsync(section.Id, "Việc của bộ phận dưới");
        using var browser = await app.SignedInAsync("chi.quan.tri");
        Assert.Contains("Việc của bộ phận dưới", System.Net.WebUtility.HtmlDecode(await browser.GetAsync("/console/cases")), StringComparison.Ordinal);
        Assert.Contains("/console/cases?group=Unassigned", await browser.GetAsync("/console"), StringComparison.Ordinal);
        Assert.Contains("Việc của bộ phận dưới", System.Net.WebUtility.HtmlDecode(await browser.GetAsync($"/console/cases/{matter.Id}")), StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        Assert.True(await db.Set<Chatbot.Officials.Audit.AuditEntry>().AnyAsync(e => e.Action == "conversation.read" && e.SubjectId == matter.Id.ToString()));
        await browser.PressAsync($"/console/cases/{matter.Id}/claim");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    private static async Task AssertNoStreamAsync(Browser browser, IReadOnlyList<Guid> foreign)
    {
        foreach (var endpoint in ConsoleEndpoints.All.Where(e => e is { IsStream: true, HasId: true }))
            foreach (var id in foreign)
            {
                using var answer = await browser.AnswerAsync(endpoint.Path(id));
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{endpoint} answers {answer.StatusCode}");
            }
    }

    // What would differ if any form had reached into the other unit.
    private static async Task<string> FingerprintAsync(ConsoleApp app, Guid unit)
    {
        await using var db = app.Database.NewContext();
        var cases = await db.Set<Case>().Where(c => c.UnitId == unit).Select(c => new { c.Id, c.State, c.AssigneeId, c.HandlerUnitId, c.Kind, c.ChangedAt }).ToListAsync();
        var events = await db.Set<CaseEvent>().CountAsync(e => db.Set<Case>().Any(c => c.Id == e.CaseId && c.UnitId == unit));
        var kept = await db.Set<Label>().CountAsync(l => l.UnitId == unit) + await db.Set<CannedAnswer>().CountAsync(l => l.UnitId == unit) + await db.Set<Macro>().CountAsync(l => l.UnitId == unit);
        var human = await db.Set<ChannelAccount>().CountAsync(a => a.UnitId == unit && a.HasHumanAgent);
        var campaigns = await db.Set<Campaign>().Where(c => c.UnitId == unit).Select(c => new { c.Revision, c.Status }).ToListAsync();
        var segments = await db.Set<Segment>().Where(s => s.UnitId == unit).Select(s => s.Revision).ToListAsync();
        var keys = await db.Set<ApiKey>().CountAsync(k => k.UnitId == unit && k.RevokedAt == null);
        return $"{keys} {string.Join(';', cases)} {events} {kept} {human} {string.Join(';', campaigns)} {string.Join(';', segments)}";
    }

    // Every form with an id in its address, with a good token.
    private static async Task AssertRefusesAsync(Browser browser, params Guid[] ids)
    {
        await browser.GetAsync("/console/account");
        var token = System.Text.RegularExpressions.Regex.Match(browser.Html, "name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\"").Groups;
        foreach (var endpoint in ConsoleEndpoints.All.Where(e => e.Method != "GET" && !e.IsOpen && e.HasId))
            foreach (var id in ids)
            {
                await browser.PostAsync(endpoint.Path(id), (token[1].Value, token[2].Value), ("name", "Đổi tên"), ("full_name", "Đổi tên"), ("unit", id.ToString()), ("right", "Editor"),
                    ("text", "Đổi"), ("title", "Đổi"), ("to", id.ToString()), ("label", id.ToString()), ("kind", nameof(CaseKind.Petition)), ("end", nameof(CaseEnd.Spam)), ("human", "1"), ("most", "5"));
                Assert.True(browser.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, $"{endpoint} answers {browser.Status}");
                Assert.DoesNotContain(Planted, browser.Html, StringComparison.OrdinalIgnoreCase);
            }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_carry_strict_headers_and_errors_are_told_in_words(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        using var browser = app.NewBrowser();
        using var page = await browser.AnswerAsync("/console/sign-in");
        var policy = string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        await browser.GetAsync("/console/khong-co");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("Không tìm thấy trang", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync("/khong-co");
        Assert.Equal((HttpStatusCode.NotFound, ""), (browser.Status, browser.Html));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Style_and_scripts_come_zipped_and_are_kept_for_a_year(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        using var browser = app.NewBrowser();
        await browser.GetAsync("/console/sign-in");
        var addresses = System.Text.RegularExpressions.Regex.Matches(browser.Html, "(?:href|src)=\"(/console/assets/[^\"]+)\"").Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(addresses.Count >= 6, browser.Html);
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, address));
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var http = new HttpClient();
            using var asset = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            Assert.Equal("gzip", asset.Content.Headers.ContentEncoding.Single());
            Assert.Equal(TimeSpan.FromDays(365), asset.Headers.CacheControl!.MaxAge);
        }
    }
}
