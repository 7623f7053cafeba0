using System.Net;
using System.Text.RegularExpressions;
using Chatbot.Campaigns;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Console;

/// <summary>A campaign in the console: written by one, approved by another, scheduled by a third, sent by the service itself.</summary>
public sealed class CampaignPagesTests
{
    private static readonly (string, string)[] AnyHour =
    [
        ("Campaigns__QuietFrom", "00:00:00"), ("Campaigns__QuietUntil", "00:00:00"), ("Campaigns__QuietSundays", "false"), ("Campaigns__QuietTet", "false"), ("Campaigns__ZaloConsultation", "true"),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Written_refused_to_its_author_approved_by_another_scheduled_and_reported(DatabaseKind kind)
    {
        var options = new SimulatorOptions();
        await using var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
        await using var app = await ConsoleApp.StartAsync(kind, simulator, AnyHour);
        await PlantAsync(app, simulator, 6);
        await app.AddOfficialAsync("soan", Right.Editor | Right.Approver);
        await app.AddOfficialAsync("duyet", Right.Approver);
        await app.AddOfficialAsync("gui", Right.CampaignSender);
        using var editor = await app.SignedInAsync("soan");
        var page = await WriteAsync(editor);
        Assert.Contains("6 người sẽ nhận", editor.Text, StringComparison.Ordinal);
        Assert.Contains("Mời bà con đi tiêm", editor.Text, StringComparison.Ordinal);   // the preview
        await editor.SubmitAsync(page + "/submit");
        Assert.Contains("Đã trình duyệt", editor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page + "/approve", editor.Html, StringComparison.Ordinal);
        Assert.Contains("không được tự duyệt", editor.Text, StringComparison.Ordinal);
        var campaign = await CampaignAsync(app);
        await editor.PressAsync(page + "/approve", ("revision", $"{campaign.Revision}"), ("content_hash", campaign.ContentHash));   // without the button
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Equal(CampaignStatus.Submitted, (await CampaignAsync(app)).Status);

        using var approver = await app.SignedInAsync("duyet");
        Assert.Contains("Chiến dịch chờ duyệt", await approver.GetAsync("/console"), StringComparison.Ordinal);
        await approver.GetAsync(page);
        await approver.SubmitAsync(page + "/approve");
        Assert.Contains("Đã duyệt", approver.Text, StringComparison.Ordinal);
        using var sender = await app.SignedInAsync("gui");
        await sender.GetAsync(page);
        await sender.SubmitAsync(page + "/schedule");
        Assert.Contains("Đã lên lịch", sender.Text, StringComparison.Ordinal);
        for (var i = 0; i < 600 && (await CampaignAsync(app)).Status != CampaignStatus.Finished; i++) await Task.Delay(200);
        await sender.GetAsync(page);
        Assert.Contains("Đã xong", sender.Text, StringComparison.Ordinal);
        for (var i = 0; i < 6; i++) Assert.Single(simulator.Zalo.MessagesTo($"dan-{i}"), m => m.Text.Contains("Mời bà con đi tiêm", StringComparison.Ordinal));
        await sender.GetAsync(page + "/rows?what=sent");
        Assert.Equal(6, Regex.Count(sender.Html, "<td[^>]*>Zalo</td>"));
        using var export = await sender.AnswerAsync(page + "/rows?what=sent&export=csv");
        Assert.Equal(7, (await export.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var sheet = await sender.AnswerAsync(page + "/rows?export=xlsx");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        await AssertReportAsync(sender, editor, page);
    }

    // Every figure leads to as many rows; both files hold it; who may write begins a new draft from it.
    private static async Task AssertReportAsync(Browser sender, Browser editor, string page)
    {
        await sender.GetAsync(page + "/report");
        var figures = Regex.Matches(sender.Html, """<th scope="row"[^>]*>([^<]+)</th>\s*<td><a href="([^"]+)">([\d.]+)</a>""");
        Assert.Contains(figures, f => f.Groups[1].Value == "Đã gửi" && f.Groups[3].Value == "6");
        foreach (Match figure in figures)
        {
            using var rows = await sender.AnswerAsync(WebUtility.HtmlDecode(figure.Groups[2].Value) is var to && to.Contains('?', StringComparison.Ordinal) ? to + "&export=csv" : to + "?export=csv");
            Assert.Equal(int.Parse(figure.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture), (await rows.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        }
        using (var word = await sender.AnswerAsync(page + "/report?export=docx"))
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(await word.Content.ReadAsByteArrayAsync()), isEditable: false))
        {
            Assert.Contains("Đã gửi", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(e => e.Description));
        }
        using (var excel = await sender.AnswerAsync(page + "/report?export=xlsx"))
        using (var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(await excel.Content.ReadAsByteArrayAsync()), isEditable: false))
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).Select(e => e.Description));
        Assert.DoesNotContain("/follow-up", sender.Html, StringComparison.Ordinal);
        await editor.GetAsync(page + "/report");
        await editor.SubmitAsync(page + "/follow-up", ("whom", "Unseen"));
        Assert.Contains("nhắc người chưa xem", editor.Text, StringComparison.Ordinal);
        Assert.Contains("người sẽ nhận", editor.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_typed_is_previewed_and_what_is_wrong_is_told(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind);
        await app.AddOfficialAsync("soan", Right.Editor);
        using var editor = await app.SignedInAsync("soan");
        await editor.GetAsync("/console/campaigns/new");
        await editor.PressAsync("/console/campaigns/preview", ("text", "Xin chào {don_vi}"), ("facebook", "Update"), ("new_language", "km"), ("new_text", "សួស្តី"));
        Assert.Contains("Xin chào", editor.Text, StringComparison.Ordinal);
        Assert.Contains("សួស្តី", editor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{don_vi}", editor.Text, StringComparison.Ordinal);
        await editor.GetAsync("/console/campaigns/new");
        await editor.SubmitAsync("/console/campaigns/new", ("unit", $"{Unit.RootId}"), ("name", "Thử"), ("text", "Chào {ten}"), ("facebook", "Update"), ("new_language", "km"), ("new_text", "សួស្តី"));
        var page = editor.Path;
        await editor.SubmitAsync(page + "/submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Contains("ngoặc nhọn", editor.Text, StringComparison.Ordinal);
        Assert.Contains("chưa chọn nhóm nhận tin", editor.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(page, ("name", "Thử"), ("text", "Chào bà con"), ("facebook", "Update"), ("text_km", "សួស្តី"));
        Assert.Contains("đã thay đổi sau khi dịch", editor.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(page, ("name", "Thử"), ("text", "Chào bà con"), ("facebook", "Update"), ("text_km", "សួស្តី"), ("checked", "km"));
        Assert.DoesNotContain("đã thay đổi sau khi dịch", editor.Text, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(Browser editor)
    {
        await editor.GetAsync("/console/campaigns/segments/new");
        await editor.SubmitAsync("/console/campaigns/segments/new", ("name", "Người dân trên Zalo"), ("channel", "Zalo"));
        var segment = editor.Path.Split('/')[^1];
        await editor.GetAsync("/console/campaigns/new");
        await editor.SubmitAsync("/console/campaigns/new", ("unit", $"{Unit.RootId}"), ("name", "Tiêm phòng"), ("purpose", "Outreach"), ("text", "Mời bà con đi tiêm"), ("zalo", "Consultation"), ("segment", segment));
        Assert.Equal(HttpStatusCode.OK, editor.Status);
        return editor.Path;
    }

    private static async Task PlantAsync(ConsoleApp app, SimulatorApp simulator, int count)
    {
        await using var db = app.Database.NewContext();
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Channel == Channel.Zalo);
        for (var i = 0; i < count; i++)
        {
            await simulator.Zalo.SaysAsync($"dan-{i}", "xin chào", CancellationToken.None);
            await simulator.Zalo.Conversation($"dan-{i}").WaitForAsync(1, TimeSpan.FromMinutes(2), CancellationToken.None);
        }
        Assert.Equal(count, await db.Set<Conversation>().CountAsync(c => c.AccountId == account.Id));
    }

    private static async Task<Campaign> CampaignAsync(ConsoleApp app)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<Campaign>().SingleAsync();
    }
}
