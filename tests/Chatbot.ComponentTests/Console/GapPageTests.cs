using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Payloads;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Chatbot.ComponentTests.Console.CatalogueForms;

namespace Chatbot.ComponentTests.Console;

/// <summary>What people ask and the catalogue lacks.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class GapPageTests(ConsoleApps apps)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_bot_could_not_answer_is_gathered_and_masked(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "ct");
        await AskAsync(app, unit, Handling.OutOfScope, "Nuôi lạc đà có phải xin phép không? Tôi là Nguyễn Văn An, 0912 345 678", "nuoi lac da co phai xin phep khong toi la nguyen van an 0912345678");
        await AskAsync(app, unit, Handling.Procedure, "Câu đã trả lời được");
        using var editor = await app.SignedInAsync("ct.sua");
        await editor.GetAsync(Root + "/gaps");
        Assert.Contains("lac da", PlainText.Of(editor.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("345 678", editor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn An", editor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Câu đã trả lời được", editor.Text, StringComparison.Ordinal);
        Assert.Contains("Báo ngoài phạm vi 2", Regex.Replace(editor.Text, @"\s+", " "), StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "gaps.read" && e.UnitId == unit));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figures_gaps_and_their_messages_open_are_searched_and_exported(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var unit = await PeopleAsync(app, "ctl");
        await AskAsync(app, unit, Handling.OutOfScope, "Nuôi lạc đà có phải xin phép không", "nuoi lac da co phai xin phep khong", "Bao giờ có mưa sao băng");
        await AskAsync(app, unit, Handling.Escalate, "Nhờ xã sửa hộ cái cối xay");
        await AskAsync(app, unit, Handling.Procedure, "Câu đã trả lời được");
        using var editor = await app.SignedInAsync("ctl.sua");
        await editor.GetAsync(Root + "/gaps");
        var (html, figures) = (editor.Html, Regex.Matches(editor.Html, "<a class=\"card-body\" href=\"([^\"]+)\">[^<]+<strong>(\\d+)</strong>"));
        Assert.Equal(["5", "3", "1", "0"], figures.Select(figure => figure.Groups[2].Value));
        foreach (var figure in figures.SkipLast(1))
        {
            await editor.GetAsync(System.Net.WebUtility.HtmlDecode(figure.Groups[1].Value));
            Assert.Contains($" {figure.Groups[2].Value} dòng", editor.Text, StringComparison.Ordinal);
        }
        await editor.GetAsync(Root + "/gaps?q=lac+da&sort=times");
        Assert.Contains(" 1 dòng", editor.Text, StringComparison.Ordinal);
        await editor.GetAsync(Root + "/gaps?did=Escalate");
        Assert.Contains("cối xay", editor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lạc đà", editor.Text, StringComparison.Ordinal);
        await editor.GetAsync(Root + "/gaps?sort=times&desc=1&export=csv");
        Assert.Matches("Câu hỏi[^\n]*\n[^\n]*l[aạ]c [dđ][aà][^\n]*,2,", editor.Html);
        var messages = Regex.Match(html, $"{Root}/gaps/[0-9a-f]+").Value;
        await editor.GetAsync(messages);
        Assert.Contains(" 2 dòng", editor.Text, StringComparison.Ordinal);
        using var file = await editor.AnswerAsync(messages + "?export=xlsx");
        Assert.Equal("cau-hoi-con-thieu.xlsx", file.Content.Headers.ContentDisposition?.FileName);
        await editor.GetAsync(Root + "/gaps/00");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, editor.Status);
    }

    private static async Task AskAsync(ConsoleApp app, Guid unit, Handling handling, params string[] questions)
    {
        var box = app.Services.GetRequiredService<ISecretBox>();
        await using var db = app.Database.NewContext();
        var account = new ChannelAccount { UnitId = unit, PlatformId = Guid.NewGuid().ToString("N"), CreatedAt = DateTimeOffset.UtcNow };
        db.Add(account);
        foreach (var question in questions)
        {
            var body = JsonNode.Parse(Payload.Read("zalo/user_send_text.json"))!;
            body["message"]!["text"] = question;
            var inbound = new InboundEvent
            {
                UnitId = unit, AccountId = account.Id, Channel = Channel.Zalo, PlatformAccountId = account.PlatformId, EventKey = Guid.NewGuid().ToString("N"), Kind = "user_send_text", CitizenId = "c",
                OccurredAt = DateTimeOffset.UtcNow, ReceivedAt = DateTimeOffset.UtcNow, Status = EventStatus.Handled, Body = box.Protect(Encoding.UTF8.GetBytes(body.ToJsonString())),
            };
            db.Add(inbound);
            await db.SaveChangesAsync();
            var record = new AnswerRecord { UnitId = unit, AccountId = account.Id, Handling = handling, AnsweredAt = DateTimeOffset.UtcNow };
            db.Entry(record).Property(r => r.EventId).CurrentValue = inbound.Id;
            db.Add(record);
            await db.SaveChangesAsync();
        }
    }
}
