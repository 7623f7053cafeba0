using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Console;

/// <summary>The pages beside a campaign: what officials keep there is stored, shown and refused as they say. Each test has an office of its own.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class CampaignToolPagesTests(ConsoleApps apps)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_register_of_documents_is_kept_imported_and_read_by_the_editor(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (_, editor) = await OfficeAsync(app, "van-ban", Right.Editor);
        using (editor)
        {
            await editor.GetAsync("/console/campaigns/legal/new");
            await editor.SubmitAsync("/console/campaigns/legal", ("number", "không số"), ("status", "InForce"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
            Assert.Contains("Số hiệu phải ghi đủ như trong văn bản, ví dụ 46/2014/NĐ-CP", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync("/console/campaigns/legal/new");
            await editor.SubmitAsync("/console/campaigns/legal", ("number", "91/2031/NĐ-CP"), ("title", "Về việc thử"), ("status", "Repealed"), ("replaced", "12/2032/NĐ-CP"));
            Assert.Contains("Đã lưu văn bản.", editor.Text, StringComparison.Ordinal);
            await editor.UploadAsync("/console/campaigns/legal/import", "file", "so.csv", Encoding.UTF8.GetBytes("so_hieu,trang_thai\n92/2031/NĐ-CP,còn hiệu lực\n93/2031/NĐ-CP,không rõ\n"));
            Assert.Contains("Đã nhập 1 văn bản, 1 dòng lỗi.", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync("/console/campaigns/legal?state=repealed");
            Assert.Contains("91/2031/NĐ-CP", editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("92/2031/NĐ-CP", editor.Text, StringComparison.Ordinal);
            var page = await DraftAsync(app, editor, "Mời bà con làm theo Nghị định 91/2031/NĐ-CP.");
            Assert.Contains("đã hết hiệu lực", editor.Text, StringComparison.Ordinal);
            await editor.SubmitAsync(page + "/submit");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
            await editor.GetAsync("/console/campaigns/legal?state=repealed");
            var entry = Regex.Match(editor.Html, "/console/campaigns/legal/[0-9a-f-]{36}").Value;
            await editor.GetAsync(entry);
            await editor.SubmitAsync(entry + "/remove");
            Assert.Contains("Đã bỏ văn bản khỏi sổ.", editor.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite]
    public async Task Whoever_puts_a_group_together_sees_who_is_in_it_and_the_approver_sees_what_goes_out(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (_, editor) = await OfficeAsync(app, "ai-nhan", Right.Editor);
        using (editor)
        {
            await editor.GetAsync("/console/campaigns/segments/new");
            await editor.PressAsync("/console/campaigns/segments/count", ("channel", "Zalo"));
            Assert.Contains("0 người sẽ nhận", editor.Text, StringComparison.Ordinal);
            Assert.Contains("chưa lưu", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync("/console/campaigns/new");
            await editor.SubmitAsync("/console/campaigns/new", ("name", "Bài viết"), ("purpose", "Outreach"), ("text", "Mời bà con."), ("zalo", "Broadcast"), ("target_ages", "3"), ("target_gender", "2"), ("target_cities", "9, 4"),
                ("unit", Regex.Match(editor.Html, "<option value=\"([0-9a-f-]{36})\"").Groups[1].Value));
            Assert.Contains("25 đến 34 tuổi, Nữ, tỉnh mã 4, tỉnh mã 9", editor.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_is_kept_as_a_template_in_versions_used_again_and_withdrawn(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (_, editor) = await OfficeAsync(app, "mau-tin", Right.Editor);
        using (editor)
        {
            var page = await DraftAsync(app, editor, "Lời mời thứ nhất");
            await editor.SubmitAsync(page + "/template", ("template", ""), ("template_name", " "));
            Assert.Contains("Chưa lưu được mẫu", editor.Text, StringComparison.Ordinal);
            await editor.SubmitAsync(page + "/template", ("template", ""), ("template_name", "Mẫu mời họp"));
            Assert.Contains("Đã lưu mẫu tin.", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync("/console/campaigns/templates");
            var template = Regex.Match(editor.Html, "/console/campaigns/templates/([0-9a-f-]{36})").Groups[1].Value;
            await editor.GetAsync(page);
            await editor.SubmitAsync(page, ("name", "Mời họp"), ("text", "Lời mời thứ hai"), ("facebook", "Update"));
            await editor.SubmitAsync(page + "/template", ("template", template), ("template_name", "Mẫu mời họp"));
            await editor.GetAsync($"/console/campaigns/templates/{template}");
            Assert.Contains("Lời mời thứ nhất", editor.Text, StringComparison.Ordinal);
            Assert.Contains("Lời mời thứ hai", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync($"/console/campaigns/new?template={template}&version=1");
            Assert.Contains("Lời mời thứ nhất", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync($"/console/campaigns/templates/{template}");
            await editor.SubmitAsync($"/console/campaigns/templates/{template}/withdraw");
            Assert.Contains("Đã ngừng dùng mẫu.", editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Mẫu mời họp", editor.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Citizens_are_described_tagged_from_a_file_and_nobody_sees_those_of_others(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, editor) = await OfficeAsync(app, "nguoi-dan", Right.Editor);
        var (_, stranger) = await OfficeAsync(app, "nguoi-dan-khac", Right.Editor);
        using (editor)
        using (stranger)
        {
            var talk = await app.PlantTalkAsync(unit, "900011112222");
            await editor.GetAsync("/console/campaigns/people");
            Assert.Contains("…2222", editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("900011112222", editor.Html, StringComparison.Ordinal);
            var person = $"/console/campaigns/people/{talk.Id}";
            await editor.GetAsync(person);
            await editor.SubmitAsync(person, ("language", "km"), ("kind", "Business"), ("tags", "hộ nghèo\ntổ 5"), ("phone", "0912 345 678"));
            Assert.Contains("Đã lưu.", editor.Text, StringComparison.Ordinal);
            Assert.Contains("Đã có một số", editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("0912", editor.Html, StringComparison.Ordinal);
            await editor.SubmitAsync(person, ("language", "km"), ("kind", "Business"), ("tags", "hộ nghèo"), ("phone", "12"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
            await editor.GetAsync("/console/campaigns/people?tag=" + Uri.EscapeDataString("hộ nghèo"));
            Assert.Contains("…2222", editor.Text, StringComparison.Ordinal);
            await editor.UploadAsync("/console/campaigns/people/upload", "file", "ds.csv", "900011112222\n84912345678\n900000000000\n"u8.ToArray(), ("upload_tag", "danh sách 1"));
            Assert.Contains("Đã gắn nhãn \"danh sách 1\" cho 1 người, 1 dòng lỗi", Regex.Replace(editor.Text, "\\s+", " "), StringComparison.Ordinal);
            await stranger.GetAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
            await stranger.GetAsync("/console/campaigns/people");
            Assert.DoesNotContain("…2222", stranger.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Topics_are_offered_chosen_for_a_citizen_counted_and_withdrawn(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, editor) = await OfficeAsync(app, "chu-de", Right.Editor);
        using (editor)
        {
            await editor.GetAsync("/console/campaigns/topics");
            await editor.SubmitAsync("/console/campaigns/topics", ("code", "Tiêm chủng"), ("name", "Tiêm chủng"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
            await editor.SubmitAsync("/console/campaigns/topics", ("code", "tiem-chung-thu"), ("name", "Lịch tiêm thử"));
            Assert.Contains("Đã lưu chủ đề.", editor.Text, StringComparison.Ordinal);
            var talk = await app.PlantTalkAsync(unit, "900033334444");
            var person = $"/console/campaigns/people/{talk.Id}";
            await editor.GetAsync(person);
            await editor.SubmitAsync(person + "/topic", ("topic", "tiem-chung-thu"), ("wanted", "yes"));
            await editor.SubmitAsync(person + "/topic", ("topic", "tiem-chung-thu"), ("wanted", "no"));
            await using (var db = app.Database.NewContext()) Assert.False((await db.Set<TopicChoice>().SingleAsync(c => c.ConversationId == talk.Id)).IsWanted);
            await editor.GetAsync("/console/campaigns/topics");
            Assert.Matches("""Lịch tiêm thử</td><td>0</td><td>1</td>""", editor.Html);
            var withdraw = Regex.Match(editor.Html, "/console/campaigns/topics/[0-9a-f-]{36}/withdraw").Value;
            await editor.SubmitAsync(withdraw);
            Assert.Contains("Đã ngừng dùng chủ đề.", editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Lịch tiêm thử", editor.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_calendar_shows_what_goes_out_and_another_time_asks_first_and_withdraws_the_approval(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, editor) = await OfficeAsync(app, "lich-gui", Right.Editor);
        using (editor)
        {
            var campaign = await app.PlantCampaignAsync(unit, CampaignPlants.Draft("Tin tháng sau") with { StartsAt = new DateTimeOffset(2031, 3, 5, 2, 0, 0, TimeSpan.Zero) }, c => c.Schedule(DateTimeOffset.UtcNow));
            foreach (var view in new[] { "month", "week", "day" })
            {
                await editor.GetAsync($"/console/campaigns/calendar?view={view}&day=2031-03-05");
                Assert.Contains("Tin tháng sau", editor.Text, StringComparison.Ordinal);
            }
            await editor.GetAsync("/console/campaigns/calendar?view=day&day=2031-03-06");
            Assert.Contains("Không có chiến dịch nào", editor.Text, StringComparison.Ordinal);
            await editor.GetAsync("/console/campaigns/calendar/events?start=2031-03-01T00:00:00%2B07:00&end=2031-04-01T00:00:00%2B07:00");
            Assert.Contains("\"start\":\"2031-03-05T09:00:00\"", editor.Html, StringComparison.Ordinal);
            await editor.GetAsync("/console/campaigns/calendar/events?start=2031-03-01&end=x");
            Assert.Equal(HttpStatusCode.BadRequest, editor.Status);
            var move = $"/console/campaigns/{campaign.Id}/move";
            await editor.GetAsync(move + "?to=2031-03-07T23:00");
            Assert.Contains("thu hồi", editor.Text, StringComparison.Ordinal);
            Assert.Contains("khoảng không gửi", editor.Text, StringComparison.Ordinal);
            var first = editor.Html;
            await editor.SubmitAsync(move, ("starts_at", "2031-03-07T10:30"));
            Assert.Equal($"/console/campaigns/{campaign.Id}", editor.Path);
            await using (var db = app.Database.NewContext())
            {
                var moved = await db.Set<Campaign>().SingleAsync(c => c.Id == campaign.Id);
                Assert.Equal((CampaignStatus.Draft, new DateTimeOffset(2031, 3, 7, 3, 30, 0, TimeSpan.Zero)), (moved.Status, moved.StartsAt!.Value));
            }
            // From a page that shows it as it was.
            await editor.PressAsync(move, ("revision", Regex.Match(first, "name=\"revision\" value=\"(\\d+)\"").Groups[1].Value), ("starts_at", "2031-03-09T10:30"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_office_is_given_its_day_and_the_forecast_says_who_waits(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, official) = await OfficeAsync(app, "han-muc", Right.Administrator | Right.Editor);
        using (official)
        {
            await official.GetAsync("/console/campaigns/limits");
            await official.SubmitAsync("/console/campaigns/limits", ("unit", $"{unit}"), ("messages", "0"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
            await official.SubmitAsync("/console/campaigns/limits", ("unit", $"{Unit.RootId}"), ("messages", "5"));
            Assert.Equal(HttpStatusCode.NotFound, official.Status);
            await official.GetAsync("/console/campaigns/limits");
            await official.SubmitAsync("/console/campaigns/limits", ("unit", $"{unit}"), ("messages", "1"));
            Assert.Contains("Đã lưu hạn mức.", official.Text, StringComparison.Ordinal);
            Assert.Matches("<td[^>]*>1</td>", official.Html);
            for (var i = 0; i < 3; i++) await app.PlantTalkAsync(unit, $"90005555666{i}");
            var segment = new SegmentChoice(Guid.NewGuid(), 1, Criteria.Everybody);
            var campaign = await app.PlantCampaignAsync(unit, CampaignPlants.Draft("Tin theo hạn mức") with { Segment = segment }, _ => true);
            await official.GetAsync($"/console/campaigns/{campaign.Id}");
            Assert.Contains("Vượt hạn mức 1 tin một ngày: 2 người nhận vào ngày sau.", official.Text, StringComparison.Ordinal);
            Assert.Contains("Nhận vào ngày sau", official.Text, StringComparison.Ordinal);
            await official.GetAsync("/console/campaigns/limits");
            await official.SubmitAsync("/console/campaigns/limits", ("unit", $"{unit}"), ("messages", ""));
            await using var db = app.Database.NewContext();
            Assert.False(await db.Set<DailyLimit>().AnyAsync(l => l.UnitId == unit));
            Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(e => e.UnitId == unit && e.SubjectKind == "daily_limit"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_knows_the_end_of_is_settled_by_a_sender_once_and_in_the_trail(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var (unit, sender) = await OfficeAsync(app, "chua-ro", Right.CampaignSender);
        await app.AddOfficialAsync("chua-ro-soan", Right.Editor, unit);
        using var editor = await app.SignedInAsync("chua-ro-soan");
        using (sender)
        {
            var talk = await app.PlantTalkAsync(unit, "900077778888");
            var campaign = await app.PlantCampaignAsync(unit, CampaignPlants.Draft("Tin chưa rõ"), CampaignPlants.Ended);
            var (deliveries, publication) = await app.PlantUnknownAsync(campaign.Id, talk);
            var page = $"/console/campaigns/{campaign.Id}";
            await editor.GetAsync(page);
            Assert.Contains("Chưa rõ kết quả", editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(page + "/unknown", editor.Html, StringComparison.Ordinal);
            await sender.GetAsync(page);
            await sender.SubmitAsync(page + "/unknown", ("publication", $"{publication}"), ("arrived", "yes"));
            Assert.Contains("Đã ghi kết quả.", sender.Text, StringComparison.Ordinal);
            await sender.PressAsync(page + "/unknown", ("delivery", $"{deliveries[0]}"), ("arrived", "yes"));
            await sender.PressAsync(page + "/unknown", ("delivery", $"{deliveries[1]}"), ("arrived", "no"));
            Assert.DoesNotContain(page + "/unknown", sender.Html, StringComparison.Ordinal);
            await sender.PressAsync(page + "/unknown", ("delivery", $"{deliveries[1]}"), ("arrived", "yes"));   // somebody else was faster
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sender.Status);
            await using var db = app.Database.NewContext();
            var rows = await db.Set<Delivery>().Where(d => d.CampaignId == campaign.Id).OrderBy(d => d.Id).ToListAsync();
            Assert.Equal([(DeliveryStatus.Sent, null), (DeliveryStatus.Refused, SettleUnknown.NotArrived)], rows.Select(d => (d.Status, d.Reason)));
            Assert.All(rows, d => Assert.NotNull(d.SettledBy));
            Assert.Equal(rows[0].LeftAt, rows[0].SentAt);
            Assert.Equal(3, await db.Set<AuditEntry>().CountAsync(e => e.UnitId == unit && (e.Action == "delivery.settled" || e.Action == "publication.settled")));
            await sender.GetAsync(page);
            Assert.Contains("Cán bộ xác nhận chưa tới", sender.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>An office with one official in it, named after it.</summary>
    private static async Task<(Guid Unit, Browser Official)> OfficeAsync(ConsoleApp app, string name, Right rights)
    {
        var unit = await app.AddUnitAsync("Phường " + name, UnitKind.Commune);
        await app.AddOfficialAsync(name, rights, unit.Id);
        return (unit.Id, await app.SignedInAsync(name));
    }

    private static async Task<string> DraftAsync(ConsoleApp app, Browser editor, string text)
    {
        await using var db = app.Database.NewContext();
        await editor.GetAsync("/console/campaigns/new");
        var unit = Regex.Match(editor.Html, "<option value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        await editor.SubmitAsync("/console/campaigns/new", ("unit", unit), ("name", "Mời họp"), ("purpose", "Outreach"), ("text", text), ("facebook", "Update"));
        Assert.Equal(HttpStatusCode.OK, editor.Status);
        return editor.Path;
    }
}
