using Chatbot.Channels;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Testing.Console;
using Chatbot.Persistence;

namespace Chatbot.BrowserTests.Console.Pages;

/// <summary>People, offices and the trail; and what the bot did not understand.</summary>
internal static class AccountPages
{
    /// <returns>Pages with something on them.</returns>
    public static async Task<IReadOnlyList<string>> SeedAsync(ConsoleApp app)
    {
        var colleague = await app.AddOfficialAsync("lan.mot.cua", Right.HotlineAgent | Right.Editor);
        var question = await PlantQuestionAsync(app);
        return
        [
            "/console", "/console/officials", "/console/officials?q=khong-ai", "/console/officials/invite", $"/console/officials/{colleague}", "/console/units", $"/console/units/{Unit.RootId}",
            "/console/audit", "/console/account", "/console/account?done=password", "/console/account/two-factor", "/console/khong-co-trang-nay",
            "/console/phrases", $"/console/phrases/{question}", "/console/phrases/own", "/console/phrases/own/new?q=khai+sinh",
        ];
    }

    private static async Task<Guid> PlantQuestionAsync(ConsoleApp app)
    {
        const string Text = "xin tờ zozo cho cu tí";
        await using var db = app.Database.NewContext();
        var now = DateTimeOffset.UtcNow;
        var account = await CasePlants.AccountAsync(db, Unit.RootId, Channel.Zalo);
        var talk = new Conversation { AccountId = account.Id, CitizenId = "c", CreatedAt = now };
        var group = new QuestionGroup { Key = QuestionGroup.KeyOf(Text), CreatedAt = now };
        group.Take(now, "1.001193", LikelyFrom.Citizens);
        db.AddRange(talk, group);
        db.Add(new UnclearQuestion { GroupId = group.Id, ConversationId = talk.Id, EventId = 1, Why = UnclearWhy.NotFound, Text = Text, SearchText = PlainText.Of(Text), AskedAt = now });
        await db.SaveChangesAsync();
        return group.Id;
    }
}
