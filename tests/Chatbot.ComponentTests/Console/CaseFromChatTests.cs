using System.Net;
using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Citizens;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Conversation = Chatbot.Simulator.Citizens.Conversation;

namespace Chatbot.ComponentTests.Console;

/// <summary>From a citizen's telephone to the officials' pages and back, both platforms played by the stand-in.</summary>
public sealed class CaseFromChatTests
{
    private const string Matter = "Cho tôi gặp cán bộ, cống thoát nước trước nhà tôi bị tắc đã một tuần nay";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory, OnSqlite, OnPostgres]
    public async Task Words_picture_and_paper_of_an_answer_reach_the_citizen_on_both_platforms(DatabaseKind kind)
    {
        await using var simulator = await SimulatorApp.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var app = await ConsoleApp.StartAsync(kind, simulator);
        await app.AddOfficialAsync("lan", Right.HotlineAgent);
        using var browser = await app.SignedInAsync("lan");
        await simulator.Zalo.SaysAsync("an", Matter, CancellationToken.None);
        await simulator.Facebook.SaysAsync("binh", Matter, CancellationToken.None);
        foreach (var (channel, talk) in new (Channel, Conversation)[] { (Channel.Zalo, simulator.Zalo.Conversation("an")), (Channel.Facebook, simulator.Facebook.Conversation("binh")) })
        {
            await talk.WaitForAsync(1, Patience, CancellationToken.None);
            var path = $"/console/cases/{await CaseOnAsync(app, channel)}";
            await browser.GetAsync(path);
            await browser.UploadAsync(path + "/files", "file", "Bản vẽ cống.pdf", "%PDF-1.7 ban ve"u8.ToArray());
            await browser.UploadAsync(path + "/files", "file", "anh.png", Picture);
            var files = await FilesAsync(app, channel);
            var before = (int)talk.ReceivedCount;
            await browser.PressAsync(path + "/answer", [("request", Guid.NewGuid().ToString()), ("text", "Mời anh chị xem bản vẽ"), ("purpose", "Answer"), .. files.Select(f => ("file", f.ToString()))]);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            await talk.WaitForAsync(before + 3, Patience, CancellationToken.None);
            var answer = talk.Messages.Where(m => m.From == ChatSide.Service).TakeLast(3).ToList();
            Assert.Equal(["text", "file", "image"], answer.Select(m => m.Kind));
            Assert.All(answer.Skip(1), m => Assert.NotEmpty(m.MediaUrl));
            await Service.Until.TrueAsync(async () => (await browser.GetAsync(path)).Contains("bản vẽ cống", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_platform_would_not_take_is_refused_before_anything_is_stored(DatabaseKind kind)
    {
        await using var simulator = await SimulatorApp.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var app = await ConsoleApp.StartAsync(kind, simulator);
        await app.AddOfficialAsync("lan", Right.HotlineAgent);
        using var browser = await app.SignedInAsync("lan");
        await simulator.Zalo.SaysAsync("an", Matter, CancellationToken.None);
        await simulator.Zalo.Conversation("an").WaitForAsync(1, Patience, CancellationToken.None);
        var path = $"/console/cases/{await CaseOnAsync(app, Channel.Zalo)}";
        await browser.GetAsync(path);
        await browser.UploadAsync(path + "/files", "file", "to.png", [.. Picture, .. new byte[2 << 20]]);
        Assert.Contains("kênh này không nhận loại hoặc cỡ tệp này", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync(path + "/answer", ("request", Guid.NewGuid().ToString()), ("text", "Ảnh to"), ("purpose", "Answer"), ("file", (await FilesAsync(app, Channel.Zalo)).Single().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await using var db = app.Database.NewContext();
        Assert.False(await db.Set<Chatbot.Hotline.Answering.CaseAnswer>().AnyAsync());
    }

    private static async Task<Guid> CaseOnAsync(ConsoleApp app, Channel channel)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<Case>().Where(c => c.Channel == channel).Select(c => c.Id).SingleAsync();
    }

    private static async Task<List<Guid>> FilesAsync(ConsoleApp app, Channel channel)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<CaseFile>().Where(f => db.Set<Case>().Any(c => c.Id == f.CaseId && c.Channel == channel)).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync();
    }
}
