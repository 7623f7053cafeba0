using Chatbot.Channels;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chatbot.BrowserTests.Console;

public sealed partial class ConsoleTests
{
    [BrowserFact]
    public async Task An_official_teaches_the_bot_what_it_did_not_understand()
    {
        var app = await shared.StartedAsync();
        await app.AddOfficialAsync("day.tro.ly", Right.CatalogueEditor);
        var easy = await PlantQuestionsAsync(app, "1.001193", "xin tờ zozo cho cu tí", "cho em xin tờ zozo với");
        var hard = await PlantQuestionsAsync(app, null, "làm cái phiếu gugu cho ông cụ mới mất");
        await using var windows = new Windows();
        var page = await windows.OpenOnPhoneAsync(app.Address);
        var complaints = page.Complaints();
        await page.SignInAsync("day.tro.ly");
        await page.GotoAsync("/console/phrases");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Đã dạy." })).ToBeVisibleAsync();
        await Expect(page.GetByText("zozo")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "làm cái phiếu gugu" }).ClickAsync();
        await page.EvaluateAsync("window.stays = true");
        await page.GetByLabel("Tìm thủ tục khác").FillAsync("khai tu");
        await page.GetByLabel("Đăng ký khai tử (1.000656)").CheckAsync();   // before or after the list was exchanged: it stays chosen
        await Expect(page.GetByLabel("Đăng ký lại khai tử (1.005461)")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Đăng ký khai tử (1.000656)")).ToBeCheckedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.stays === true"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Dạy câu này" }).ClickAsync();
        await Expect(page.GetByText("Chưa có câu nào chờ")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Câu đã dạy" }).ClickAsync();
        await Expect(page.GetByText("làm cái phiếu gugu cho ông cụ mới mất")).ToBeVisibleAsync();
        Assert.Empty(complaints);
        Assert.NotEqual(easy, hard);
    }

    private static async Task<Guid> PlantQuestionsAsync(ConsoleApp app, string? likely, params string[] texts)
    {
        await using var db = app.Database.NewContext();
        var now = DateTimeOffset.UtcNow;
        var account = new ChannelAccount { Channel = Channel.Zalo, PlatformId = Guid.NewGuid().ToString("N"), CreatedAt = now };
        var talk = new Conversation { AccountId = account.Id, CitizenId = "c", CreatedAt = now };
        var group = new QuestionGroup { Key = QuestionGroup.KeyOf(texts[0]), CreatedAt = now };
        group.Take(now, likely, likely is null ? LikelyFrom.Guess : LikelyFrom.Citizens);
        db.AddRange(account, talk, group);
        foreach (var text in texts)
            db.Add(new UnclearQuestion
            {
                GroupId = group.Id, ConversationId = talk.Id, EventId = Random.Shared.NextInt64(), Why = UnclearWhy.NotFound, Text = text, SearchText = PlainText.Of(text), AskedAt = now,
            });
        await db.SaveChangesAsync();
        return group.Id;
    }
}
