using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

/// <summary>An auditor finds what somebody with the keys of the database did to the trail.</summary>
[Trait("Category", "Browser")]
public sealed class AuditTests
{
    [BrowserFact]
    public async Task A_row_that_was_altered_is_named_to_the_auditor()
    {
        await using var app = await ConsoleApp.StartAsync(DatabaseKind.Sqlite);
        await app.AddOfficialAsync("kiem.toan", Right.Auditor);
        await app.AddOfficialAsync("lan", Right.HotlineAgent);
        var matter = await app.PlantCaseAsync(Unit.RootId, "Hỏi thủ tục đăng ký tạm trú");
        await using var windows = new Windows();
        var agent = await windows.OpenAsync(app);
        await agent.SignInAsync("lan");
        await agent.GotoAsync($"/console/cases/{matter.Id}");

        var auditor = await windows.OpenAsync(app);
        await auditor.SignInAsync("kiem.toan");
        await auditor.GotoAsync("/console/audit");
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra nhật ký" }).ClickAsync();
        await Expect(auditor.GetByRole(AriaRole.Status).First).ToContainTextAsync("Nhật ký nguyên vẹn đến dòng");
        var mark = Regex.Match(await auditor.GetByRole(AriaRole.Status).First.InnerTextAsync(), "\\d+:[0-9a-fA-F]{64}").Value;
        Assert.NotEmpty(mark);

        var read = await TamperAsync(app);
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra nhật ký" }).ClickAsync();
        await Expect(auditor.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Dòng {read} đã bị sửa");
        Assert.Empty(await auditor.LookAsync("/console/audit", "audit-altered"));
        await auditor.GetByLabel("Dấu đã ghi lại").FillAsync("không phải dấu");
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra nhật ký" }).ClickAsync();
        await Expect(auditor.GetByRole(AriaRole.Alert)).ToContainTextAsync("không đúng dạng");
    }

    // Somebody who owns the database hides that they read the citizen's talk.
    private static async Task<long> TamperAsync(ConsoleApp app)
    {
        await using var db = app.Database.NewContext();
        var read = await db.Set<AuditEntry>().Where(e => e.Action == "conversation.read").Select(e => e.Sequence).SingleAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_entry_no_update");
        await db.Database.ExecuteSqlAsync($"UPDATE audit_entry SET official_id = NULL WHERE sequence = {read}");
        return read;
    }
}
