using System.Net;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.ComponentTests.Console;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Api;

/// <summary>The interface for other systems, through HTTP.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class ApiTests(ConsoleApps apps)
{
    private static readonly Guid Maker = Guid.Parse("00000000-0000-7000-8000-0000000000b1");

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_endpoint_wants_a_living_key_with_its_scope_and_shows_no_other_unit(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (mine, other) = (await app.AddUnitAsync($"Xã Có Khóa {kind}", UnitKind.Commune), await app.AddUnitAsync($"Xã Khác {kind}", UnitKind.Commune));
        var foreign = await PlantAsync(app, other.Id);
        Assert.Equal(5, ApiEndpoints.All.Count);
        foreach (var endpoint in ApiEndpoints.All)
        {
            Assert.NotNull(endpoint.Scope);
            using var stranger = new OtherSystem(app.Address, key: null);
            using var wrong = new OtherSystem(app.Address, "chatbot_" + new string('x', 43));
            using var revoked = new OtherSystem(app.Address, await KeyAsync(app, mine.Id, ApiScopes.All, revoke: true));
            using var over = new OtherSystem(app.Address, await KeyAsync(app, mine.Id, ApiScopes.All, isOver: true));
            foreach (var nobody in new[] { stranger, wrong, revoked, over }) await ExpectAsync(nobody, endpoint, foreign.Id, HttpStatusCode.Unauthorized);
            using var narrow = new OtherSystem(app.Address, await KeyAsync(app, mine.Id, ApiScopes.All & ~endpoint.Scope.Value));
            await ExpectAsync(narrow, endpoint, foreign.Id, HttpStatusCode.Forbidden);
            if (!endpoint.HasId) continue;
            using var neighbour = new OtherSystem(app.Address, await KeyAsync(app, mine.Id, ApiScopes.All));
            await ExpectAsync(neighbour, endpoint, foreign.Id, HttpStatusCode.NotFound);
            using var theirs = new OtherSystem(app.Address, await KeyAsync(app, other.Id, ApiScopes.All));
            await theirs.CallAsync(endpoint.Method, endpoint.Path(foreign.Id), new { revision = 999 }, "theirs");
            Assert.NotEqual(HttpStatusCode.NotFound, theirs.Status);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_is_begun_once_submitted_by_revision_and_cannot_be_approved_by_whoever_made_the_key(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await app.AddUnitAsync($"Xã Cổng {kind}", UnitKind.Commune);
        var segment = await PlantCitizensAsync(app, unit.Id);
        var key = await KeyAsync(app, unit.Id, ApiScopes.All);
        using var portal = new OtherSystem(app.Address, key);
        var body = new { name = "Tiêm phòng", text = "Mời bà con xem lịch.", facebook = "Update", segmentId = segment, clicks = "Anonymous", links = new[] { new { title = "Lịch", url = "https://example.gov.vn/" } }, planTask = "Nhiệm vụ 3", variants = new[] { new { language = "km", title = "", text = "សូមអញ្ជើញ" } } };
        Assert.Equal(HttpStatusCode.Created, await portal.PostAsync("/api/v1/campaigns", body, "k1"));
        var (first, id) = (portal.Text, (Guid)portal.Json["id"]!);
        Assert.Equal(HttpStatusCode.Created, await portal.PostAsync("/api/v1/campaigns", body, "k1"));
        Assert.Equal((first, true), (portal.Text, portal.IsReplayed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await portal.PostAsync("/api/v1/campaigns", body with { name = "Khác" }, "k1"));
        Assert.Contains("đã dùng cho một lần gọi có nội dung khác", portal.Text, StringComparison.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var same = new OtherSystem(app.Address, key);
            Assert.Equal(HttpStatusCode.Created, await same.PostAsync("/api/v1/campaigns", body with { name = "Cùng lúc" }, "k2"));
        }));
        await using var db = app.Database.NewContext();
        Assert.Equal(2, await db.Set<Campaign>().CountAsync(c => c.UnitId == unit.Id));
        var submit = $"/api/v1/campaigns/{id}/submit";
        Assert.Equal(HttpStatusCode.Conflict, await portal.PostAsync(submit, new { revision = 1 }));
        var revision = (int)System.Text.Json.Nodes.JsonNode.Parse(first)!["revision"]!;
        Assert.Equal(HttpStatusCode.OK, await portal.PostAsync(submit, new { revision }, "k3"));
        Assert.Equal(("Submitted", 2), ((string)portal.Json["status"]!, (int)portal.Json["expectedRecipients"]!));
        Assert.Equal(HttpStatusCode.OK, await portal.PostAsync(submit, new { revision }, "k3"));
        Assert.True(portal.IsReplayed);
        Assert.Equal(HttpStatusCode.Conflict, await portal.PostAsync(submit, new { revision = revision + 1 }));
        Assert.Contains("không còn là bản nháp", portal.Text, StringComparison.Ordinal);
        var written = (await db.Set<Campaign>().SingleAsync(c => c.Id == id)).Read();
        Assert.Equal(("Nhiệm vụ 3", "km"), (written.PlanTask, Assert.Single(written.Variants).Language));
        Assert.Equal(2, await db.Set<CampaignWriter>().CountAsync(w => w.CampaignId == id));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Campaign>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.ApproverId, Maker).SetProperty(c => c.ApprovedAt, DateTimeOffset.UtcNow).SetProperty(c => c.ApprovedHash, c => c.ContentHash)));
        Assert.True(await db.Set<AuditEntry>().AnyAsync(e => e.SubjectId == id.ToString() && e.Address.StartsWith("api ")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_wrong_is_told_in_words_and_stays_refused(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        using var portal = new OtherSystem(app.Address, await KeyAsync(app, Unit.RootId, ApiScopes.All));
        const string path = "/api/v1/campaigns";
        foreach (var (body, status, words) in new (object, HttpStatusCode, string)[]
        {
            ("{", HttpStatusCode.BadRequest, "Không đọc được"), ("[]", HttpStatusCode.BadRequest, "Không đọc được"), ("null", HttpStatusCode.BadRequest, "Không đọc được"),
            (new { name = "a", text = "b", unknown = 1 }, HttpStatusCode.BadRequest, "Không đọc được"), (new { name = "a", text = "b", facebook = "7" }, HttpStatusCode.BadRequest, "Không đọc được"),
            ("""{"name":"a","text":"b","links":[null]}""", HttpStatusCode.BadRequest, "Không đọc được"), ("""{"name":"a","text":"b","links":[{"title":"x"}]}""", HttpStatusCode.BadRequest, "Không đọc được"),
            ("""{"name":null,"text":"b"}""", HttpStatusCode.BadRequest, "Không đọc được"), (new { name = "", text = "b" }, HttpStatusCode.UnprocessableEntity, "tên còn trống"),
            (new { name = "a", text = new string('x', 70_000) }, HttpStatusCode.RequestEntityTooLarge, "64 KB"),
            (new { name = "a", text = "b", segmentId = Guid.NewGuid() }, HttpStatusCode.UnprocessableEntity, "nhóm nhận tin"), (new { name = "a", text = "b", unitId = Guid.NewGuid() }, HttpStatusCode.UnprocessableEntity, "đơn vị"),
        })
        {
            Assert.Equal(status, await portal.PostAsync(path, body));
            Assert.Equal("application/problem+json", portal.Kind);
            Assert.Contains(words, portal.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.BadRequest, await portal.CallAsync("POST", path, new { name = "a", text = "b" }, requestKey: null));
        Assert.Contains("Idempotency-Key", portal.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, await portal.PostAsync(path, new { name = "Còn thiếu", text = "Chào {ten}", facebook = "Update" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await portal.PostAsync($"{path}/{portal.Json["id"]}/submit", new { revision = (int)portal.Json["revision"]! }, "submit-1"));
        Assert.Equal(["Placeholder", "NoSegment"], portal.Json["faults"]!.AsArray().Select(fault => (string)fault!["code"]!));
        Assert.DoesNotContain("\\u", portal.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await portal.GetAsync("/api/v1/nothing"));
        Assert.Equal("application/problem+json", portal.Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task State_and_ledger_are_read_page_by_page_and_name_nobody(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await app.AddUnitAsync($"Xã Sổ {kind}", UnitKind.Commune);
        await PlantCitizensAsync(app, unit.Id, count: 5);
        var campaign = await PlantAsync(app, unit.Id, sent: true);
        using var portal = new OtherSystem(app.Address, await KeyAsync(app, unit.Id, ApiScope.ReadCampaigns | ApiScope.ReadDeliveries));
        Assert.Equal(HttpStatusCode.OK, await portal.GetAsync($"/api/v1/campaigns/{campaign.Id}"));
        Assert.Equal((5, 5, 0), ((int)portal.Json["counts"]!["total"]!, (int)portal.Json["counts"]!["sent"]!, (int)portal.Json["counts"]!["clicks"]!));
        var (rows, after, pages) = (new List<long>(), 0L, 0);
        while (true)
        {
            Assert.Equal(HttpStatusCode.OK, await portal.GetAsync($"/api/v1/campaigns/{campaign.Id}/deliveries?after={after}&limit=2"));
            rows.AddRange(portal.Json["items"]!.AsArray().Select(row => (long)row!["id"]!));
            Assert.DoesNotContain("nguoi-dan", portal.Text, StringComparison.Ordinal);
            pages++;
            if (portal.Json["next"] is not { } next) break;
            after = (long)next;
        }
        Assert.Equal((5, 3), (rows.Distinct().Count(), pages));
        Assert.Equal(HttpStatusCode.OK, await portal.GetAsync("/api/v1/segments"));
        Assert.Equal(["Mọi người"], portal.Json.AsArray().Select(segment => (string)segment!["name"]!));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_may_call_so_often_a_minute_and_the_others_are_not_held_up(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        using var eager = new OtherSystem(app.Address, await KeyAsync(app, Unit.RootId, ApiScope.ReadCampaigns));
        for (var i = 0; i < 1_000 && await eager.GetAsync("/api/v1/segments") == HttpStatusCode.OK; i++) { }
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (eager.Status, eager.Kind));
        Assert.Contains("quá nhiều lần", eager.Text, StringComparison.Ordinal);
        using var calm = new OtherSystem(app.Address, await KeyAsync(app, Unit.RootId, ApiScope.ReadCampaigns));
        Assert.Equal(HttpStatusCode.OK, await calm.GetAsync("/api/v1/segments"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_description_names_every_endpoint_the_key_and_the_request_key(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        using var reader = new OtherSystem(app.Address, key: null);
        Assert.Equal(HttpStatusCode.OK, await reader.GetAsync("/api/v1/openapi.json"));
        var paths = reader.Json["paths"]!.AsObject();
        Assert.Equal(ApiEndpoints.All.Select(e => e.Pattern.Replace(":guid", "", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal), paths.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal("bearer", (string)reader.Json["components"]!["securitySchemes"]!["key"]!["scheme"]!);
        Assert.Contains(paths["/api/v1/campaigns"]!["post"]!["parameters"]!.AsArray(), p => (string)p!["name"]! == "Idempotency-Key");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_makes_a_key_that_is_shown_once_and_revokes_it(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        await app.AddOfficialAsync("cap.khoa", Right.Administrator);
        using var browser = await app.SignedInAsync("cap.khoa");
        await browser.GetAsync("/console/api-keys/new");
        await browser.SubmitAsync("/console/api-keys/new", ("name", ""), ("unit", $"{Unit.RootId}"), ("scope", "ReadCampaigns"), ("days", "30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.SubmitAsync("/console/api-keys/new", ("name", "Cổng thử"), ("unit", $"{Unit.RootId}"), ("scope", "ReadCampaigns"), ("days", "30"));
        var key = System.Text.RegularExpressions.Regex.Match(browser.Html, "chatbot_[A-Za-z0-9_-]{43}").Value;
        using var portal = new OtherSystem(app.Address, key);
        Assert.Equal(HttpStatusCode.OK, await portal.GetAsync("/api/v1/segments"));
        await browser.GetAsync("/console/api-keys");
        Assert.Contains("Cổng thử", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, browser.Html, StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        var row = await db.Set<ApiKey>().SingleAsync(k => k.Name == "Cổng thử");
        Assert.NotNull(row.LastUsedAt);
        await browser.SubmitAsync($"/console/api-keys/{row.Id}/revoke");
        Assert.Contains("Đã thu hồi", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await portal.GetAsync("/api/v1/segments"));
        Assert.Equal(["api_key.added", "api_key.changed"], await db.Set<AuditEntry>().Where(e => e.SubjectId == row.Id.ToString()).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
    }

    private static async Task ExpectAsync(OtherSystem system, ApiEndpoint endpoint, Guid id, HttpStatusCode expected)
    {
        await system.CallAsync(endpoint.Method, endpoint.Path(id), endpoint.Method == "GET" ? null : new { revision = 1 }, endpoint.Method == "GET" ? null : Guid.NewGuid().ToString());
        Assert.True(system.Status == expected, $"{endpoint} answers {system.Status}: {system.Text}");
        Assert.Equal("application/problem+json", system.Kind);
    }

    private static async Task<string> KeyAsync(ConsoleApp app, Guid unit, ApiScope scopes, bool revoke = false, bool isOver = false)
    {
        var key = await app.Services.GetRequiredService<KeepApiKeys>().MakeAsync($"Cổng {Guid.NewGuid()}", unit, scopes, 30, new UnitScope([unit]), Maker, CancellationToken.None);
        var hash = OneTimeToken.Hash(key!);
        await using var db = app.Database.NewContext();
        if (revoke) await db.Set<ApiKey>().Where(k => k.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, DateTimeOffset.UtcNow));
        if (isOver) await db.Set<ApiKey>().Where(k => k.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(k => k.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1)));
        return key!;
    }

    private static async Task<Campaign> PlantAsync(ConsoleApp app, Guid unit, bool sent = false)
    {
        await using var db = app.Database.NewContext();
        var campaign = new Campaign { UnitId = unit, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow };
        campaign.Write(new CampaignDraft("Tin", Purpose.Outreach, new CampaignContent("", "Nội dung"), new SendingMethods(FacebookMethod.Update, null)), campaign.AuthorId, DateTimeOffset.UtcNow);
        db.Add(campaign);
        if (sent)
            foreach (var talk in await db.Set<Conversation>().Where(c => c.UnitId == unit).ToListAsync())
                db.Add(new Delivery { CampaignId = campaign.Id, Batch = 1, PersonId = talk.Id, ConversationId = talk.Id, AccountId = talk.AccountId, Channel = talk.Channel, Method = DeliveryMethod.FacebookUpdate, Status = DeliveryStatus.Sent, NotBefore = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
        return campaign;
    }

    /// <returns>The segment of them all.</returns>
    private static async Task<Guid> PlantCitizensAsync(ConsoleApp app, Guid unit, int count = 2)
    {
        await using var db = app.Database.NewContext();
        var page = await CasePlants.AccountAsync(db, unit, Channel.Facebook);
        for (var i = 0; i < count; i++)
            db.Add(new Conversation { UnitId = unit, AccountId = page.Id, Channel = Channel.Facebook, CitizenId = $"nguoi-dan-{i}-{unit}", CreatedAt = DateTimeOffset.UtcNow, LastInboundAt = DateTimeOffset.UtcNow });
        var segment = new Segment { UnitId = unit };
        segment.Write("Mọi người", Criteria.Everybody, Guid.NewGuid(), DateTimeOffset.UtcNow);
        db.Add(segment);
        await db.SaveChangesAsync();
        return segment.Id;
    }
}
