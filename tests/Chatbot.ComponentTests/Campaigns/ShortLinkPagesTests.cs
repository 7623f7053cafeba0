using System.Net;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Writing;
using Chatbot.ComponentTests.Console;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>Short links as browsers and preview programs follow them.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class ShortLinkPagesTests(ConsoleApps apps)
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Zalo android/24100700";

    [Theory, OnSqlite, OnPostgres]
    public async Task People_are_led_there_and_counted_programs_are_only_led(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var campaign = new Campaign { UnitId = Unit.RootId, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow };
        campaign.Write(new CampaignDraft("Tin", Purpose.Outreach, new CampaignContent("", "Nội dung"), new SendingMethods(FacebookMethod.Update, null)), campaign.AuthorId, DateTimeOffset.UtcNow);
        var link = ShortLink.For(campaign.Id, "https://example.gov.vn/lich?ngay=1", ClickCounting.Anonymous);
        await using var db = app.Database.NewContext();
        db.AddRange(campaign, link);
        await db.SaveChangesAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        foreach (var (method, agent, purpose, clicks) in new[]
        {
            (HttpMethod.Head, Phone, "", 0), (HttpMethod.Get, "facebookexternalhit/1.1", "", 0), (HttpMethod.Get, Phone, "prefetch", 0), (HttpMethod.Get, Phone, "", 1), (HttpMethod.Get, Phone, "", 2),
        })
        {
            using var request = new HttpRequestMessage(method, $"/l/{link.Code}");
            request.Headers.TryAddWithoutValidation("User-Agent", agent);
            if (purpose.Length > 0) request.Headers.Add("Sec-Purpose", purpose);
            using var answer = await http.SendAsync(request);
            Assert.Equal((HttpStatusCode.Redirect, link.Url), (answer.StatusCode, answer.Headers.Location!.ToString()));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal(clicks, await db.Set<LinkClick>().CountAsync(c => c.LinkId == link.Id && c.DeliveryId == null));
        }
        using var missing = await http.GetAsync("/l/khongcogi2");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("Liên kết không dùng được", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
