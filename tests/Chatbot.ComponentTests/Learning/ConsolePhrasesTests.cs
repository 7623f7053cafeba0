using System.Net;
using Chatbot.Catalogue.Phrases;
using Chatbot.Channels;
using Chatbot.ComponentTests.Console;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Learning;

/// <summary>"Câu hỏi chưa hiểu" as an official uses it, without script.</summary>
[Collection(ConsoleAppsCollection.Name)]
public sealed class ConsolePhrasesTests(ConsoleApps apps)
{
    private const string Birth = "1.001193";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_official_takes_a_question_with_one_press(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var group = await PlantAsync(app, "xin tờ zozo [số điện thoại]", Birth);
        using var browser = await SignedInAsync(app, "day.mot");
        await browser.GetAsync("/console/phrases");
        Assert.Contains("xin tờ zozo", browser.Text, StringComparison.Ordinal);
        Assert.Contains("đăng ký khai sinh (1.001193)", browser.Text, StringComparison.OrdinalIgnoreCase);
        await browser.SubmitAsync($"/console/phrases/{group}/accept");
        Assert.Equal((HttpStatusCode.OK, "/console/phrases"), (browser.Status, browser.Path));
        Assert.Contains("Đã dạy.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zozo", browser.Text, StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        Assert.Equal(Birth, (await db.Set<OfficePhrase>().SingleAsync(p => p.Text == "xin tờ zozo")).ProcedureCode);
        Assert.Contains("xin tờ zozo", await browser.GetAsync("/console/phrases/own"), StringComparison.Ordinal);
        using (var export = await browser.AnswerAsync("/console/phrases/own?export=csv"))
            Assert.Contains("xin tờ zozo", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_procedure_is_searched_and_chosen(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var group = await PlantAsync(app, "làm giấy gugu cho ông", Birth);
        using var browser = await SignedInAsync(app, "day.khac");
        await browser.GetAsync($"/console/phrases/{group}?q=khai+TU");
        Assert.Contains("đăng ký khai tử", browser.Text, StringComparison.OrdinalIgnoreCase);
        var code = System.Text.RegularExpressions.Regex.Match(browser.Html, "name=\"code\" value=\"([^\"]+)\"").Groups[1].Value;
        await browser.SubmitAsync($"/console/phrases/{group}/accept", ("code", ""), ("text", "làm giấy gugu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Xin chọn một thủ tục", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync($"/console/phrases/{group}/accept", ("code", code), ("text", "gọi số 0912345678 làm giấy gugu"));
        Assert.Contains("có vẻ chứa", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync($"/console/phrases/{group}/accept", ("code", code), ("text", "làm giấy gugu"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await using var db = app.Database.NewContext();
        Assert.Equal(code, (await db.Set<OfficePhrase>().SingleAsync(p => p.Text == "làm giấy gugu")).ProcedureCode);
        await browser.PostAsync($"/console/phrases/{group}/accept", Token(browser), ("code", code), ("text", "làm giấy gugu"));
        Assert.Contains("Người khác vừa xử lý", browser.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_is_left_and_an_own_phrase_is_written_and_withdrawn(DatabaseKind kind)
    {
        var app = await apps.OnAsync(kind);
        var group = await PlantAsync(app, "bao giờ trời tạnh mưa hả zizi", likely: null);
        using var browser = await SignedInAsync(app, "day.tay");
        await browser.GetAsync("/console/phrases?q=zizi");
        await browser.SubmitAsync($"/console/phrases/{group}/reject");
        Assert.Contains("Đã bỏ qua", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync("/console/phrases/own/new?q=khai+sinh");
        await browser.SubmitAsync("/console/phrases/own", ("code", Birth), ("text", "làm giấy xuxu cho bé"));
        Assert.Contains("Đã dạy.", browser.Text, StringComparison.Ordinal);
        await using var db = app.Database.NewContext();
        var phrase = await db.Set<OfficePhrase>().SingleAsync(p => p.Text == "làm giấy xuxu cho bé");
        Assert.Equal(PhraseOrigin.Written, phrase.Origin);
        await browser.SubmitAsync($"/console/phrases/own/{phrase.Id}/withdraw");
        Assert.Contains("Đã gỡ.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xuxu", browser.Text, StringComparison.Ordinal);
        Assert.Contains("xuxu", await browser.GetAsync("/console/phrases/own?state=withdrawn"), StringComparison.Ordinal);
    }

    private static (string, string) Token(Browser browser)
    {
        var token = System.Text.RegularExpressions.Regex.Match(browser.Html, "name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\"").Groups;
        return (token[1].Value, token[2].Value);
    }

    private static async Task<Browser> SignedInAsync(ConsoleApp app, string name)
    {
        await app.AddOfficialAsync(name, Right.CatalogueEditor);
        return await app.SignedInAsync(name);
    }

    private static async Task<Guid> PlantAsync(ConsoleApp app, string text, string? likely)
    {
        await using var db = app.Database.NewContext();
        var account = new ChannelAccount { Channel = Channel.Zalo, PlatformId = Guid.NewGuid().ToString("N"), CreatedAt = DateTimeOffset.UtcNow };
        var talk = new Conversation { AccountId = account.Id, CitizenId = "c", CreatedAt = DateTimeOffset.UtcNow };
        var group = new QuestionGroup { Key = QuestionGroup.KeyOf(text), CreatedAt = DateTimeOffset.UtcNow };
        group.Take(DateTimeOffset.UtcNow, likely, LikelyFrom.Citizens);
        db.AddRange(account, talk, group);
        db.Add(new UnclearQuestion
        {
            GroupId = group.Id, ConversationId = talk.Id, EventId = Random.Shared.NextInt64(), Why = UnclearWhy.Chosen, Text = text, SearchText = PlainText.Of(text), AskedAt = DateTimeOffset.UtcNow,
        });
        await db.SaveChangesAsync();
        return group.Id;
    }
}
