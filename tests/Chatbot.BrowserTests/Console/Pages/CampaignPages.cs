using System.Text.RegularExpressions;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Testing.Console;

namespace Chatbot.BrowserTests.Console.Pages;

/// <summary>Outreach that is being written, waits for its day and is over, and what officials keep beside it.</summary>
internal static class CampaignPages
{
    private const string Home = "/console/campaigns";

    /// <returns>Pages with something on them.</returns>
    public static async Task<IReadOnlyList<string>> SeedAsync(ConsoleApp app, Browser editor)
    {
        var segment = await SegmentAsync(editor);
        var draft = await WriteAsync(editor, segment);
        await editor.GetAsync(Home + "/legal/new");
        await editor.SubmitAsync(Home + "/legal", ("number", "91/2031/NĐ-CP"), ("title", "Về việc thử"), ("status", "Repealed"), ("replaced", "12/2032/NĐ-CP"));
        await editor.GetAsync(Home + "/topics");
        await editor.SubmitAsync(Home + "/topics", ("code", "tiem-chung"), ("name", "Lịch tiêm chủng"));
        await editor.GetAsync("/console/api-keys/new");
        await editor.SubmitAsync("/console/api-keys/new", ("name", "Cổng dịch vụ công"), ("unit", $"{Unit.RootId}"), ("scope", "ReadCampaigns"), ("days", "90"));
        var talk = await app.PlantTalkAsync(Unit.RootId, "900011112222");
        var ended = await EndedAsync(app, talk);
        var planned = await app.PlantCampaignAsync(Unit.RootId, CampaignPlants.Draft("Tin tháng sau") with { StartsAt = DateTimeOffset.UtcNow.AddDays(20) }, c => c.Schedule(DateTimeOffset.UtcNow));
        return
        [
            Home, Home + "/new", draft, $"{Home}/{planned.Id}", $"{Home}/{planned.Id}/move?to=2031-03-07T23:00", Home + "/segments", Home + "/segments/new", $"{Home}/segments/{segment}",
            $"{Home}/{ended}", $"{Home}/{ended}/report", $"{Home}/{ended}/rows?what=unknown", $"{Home}/{ended}/effects", $"{Home}/{ended}/clicks",
            Home + "/calendar", Home + "/limits", Home + "/legal", Home + "/legal/new", await FirstAsync(editor, "legal"), Home + "/templates", await FirstAsync(editor, "templates"),
            Home + "/topics", Home + "/people", $"{Home}/people/{talk.Id}", "/console/api-keys", "/console/api-keys/new",
        ];
    }

    private static async Task<string> SegmentAsync(Browser editor)
    {
        await editor.GetAsync(Home + "/segments/new");
        await editor.SubmitAsync(Home + "/segments/new", ("name", "Mọi người"));
        return editor.Path.Split('/')[^1];
    }

    /// <summary>In two languages, kept as a template too.</summary>
    private static async Task<string> WriteAsync(Browser editor, string segment)
    {
        await editor.GetAsync(Home + "/new");
        await editor.SubmitAsync(Home + "/new", ("unit", $"{Unit.RootId}"), ("name", "Lịch tiêm phòng"), ("text", "Mời bà con xem lịch tiêm phòng."), ("facebook", "Update"), ("segment", segment),
            ("new_language", "km"), ("new_text", "សូមអញ្ជើញ"));
        var draft = editor.Path;
        await editor.SubmitAsync(draft + "/template", ("template", ""), ("template_name", "Mẫu mời họp"));
        return draft;
    }

    /// <summary>With what came of it: seen, clicked, asked, and two of which nobody knows.</summary>
    private static async Task<Guid> EndedAsync(ConsoleApp app, Chatbot.Messaging.Conversation talk)
    {
        var campaign = await app.PlantCampaignAsync(Unit.RootId, CampaignPlants.Draft("Tin đã gửi"), CampaignPlants.Ended);
        await app.PlantUnknownAsync(campaign.Id, talk);
        await using var db = app.Database.NewContext();
        var sent = new Delivery
        {
            CampaignId = campaign.Id, Batch = 1, PersonId = talk.Id, ConversationId = talk.Id, AccountId = talk.AccountId, Channel = talk.Channel, Method = DeliveryMethod.FacebookUpdate,
            Status = DeliveryStatus.Sent, NotBefore = talk.CreatedAt, LeftAt = talk.CreatedAt, SentAt = talk.CreatedAt, SeenAt = talk.CreatedAt,
        };
        var link = ShortLink.For(campaign.Id, "https://example.gov.vn/lich", ClickCounting.ByRecipient);
        db.AddRange(sent, link);
        await db.SaveChangesAsync();
        db.Add(new LinkClick { LinkId = link.Id, CampaignId = campaign.Id, DeliveryId = sent.Id, ClickedAt = talk.CreatedAt });
        db.Add(new CampaignEffect { CampaignId = campaign.Id, DeliveryId = sent.Id, Kind = EffectKind.Question, Subject = "1.001193", HappenedAt = talk.CreatedAt });
        await db.SaveChangesAsync();
        return campaign.Id;
    }

    private static async Task<string> FirstAsync(Browser editor, string list)
    {
        await editor.GetAsync($"{Home}/{list}");
        return Regex.Match(editor.Html, $"{Home}/{list}/[0-9a-f-]{{36}}").Value;
    }
}
