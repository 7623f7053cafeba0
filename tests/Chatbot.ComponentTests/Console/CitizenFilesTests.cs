using System.Net;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Console;

/// <summary>What a citizen sends is fetched from the platform, kept with us, shown to the agent, and gone with the citizen.</summary>
public sealed class CitizenFilesTests
{
    private const string Matter = "Cho tôi gặp cán bộ, cống thoát nước trước nhà tôi bị tắc đã một tuần nay";
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. "anh chup cong"u8];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_picture_is_kept_encrypted_shown_to_the_agent_alone_and_erased_with_the_citizen(DatabaseKind kind)
    {
        await using var platform = await PlatformAsync();
        await using var simulator = await SimulatorApp.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var app = await ConsoleApp.StartAsync(kind, simulator, ("CitizenFiles__InnerHosts", "127.0.0.1"));
        await app.AddOfficialAsync("lan", Right.HotlineAgent);
        using var browser = await app.SignedInAsync("lan");
        await simulator.Zalo.SendsImageAsync("an", $"{platform.Urls.First()}/anh.png", "Ảnh cống", CancellationToken.None);   // before the case was opened
        await simulator.Zalo.SaysAsync("an", Matter, CancellationToken.None);
        await simulator.Zalo.Conversation("an").WaitForAsync(1, TimeSpan.FromSeconds(60), CancellationToken.None);
        await using var db = app.Database.NewContext();
        await Service.Until.TrueAsync(() => db.Set<Case>().AnyAsync());
        foreach (var name in new[] { "to.png", "chay.exe", "vong.png", "mat.png" })
            await simulator.Zalo.SendsImageAsync("an", $"{platform.Urls.First()}/{name}", "", CancellationToken.None);
        await simulator.Zalo.SendsImageAsync("an", "http://localhost:1/anh.png", "", CancellationToken.None);   // a name that leads inside
        await Service.Until.TrueAsync(async () => (await FilesAsync(app)).Count(f => f.State != CitizenFileState.Waiting) == 6);

        var files = await FilesAsync(app);
        Assert.Equal([null, FileRefusal.TooLarge, FileRefusal.Kind, FileRefusal.Host, FileRefusal.Gone, FileRefusal.Host], files.Select(f => f.Refusal));
        Assert.All(files, file => Assert.Equal("", file.Address));
        var matter = await db.Set<Case>().SingleAsync();
        var page = await browser.GetAsync($"/console/cases/{matter.Id}");
        var path = $"/console/cases/{matter.Id}/attachments/{files[0].Id}";
        Assert.Contains(path, page, StringComparison.Ordinal);
        Assert.Contains("tệp quá lớn", browser.Text, StringComparison.Ordinal);
        using (var kept = await browser.AnswerAsync(path))
        {
            Assert.Equal(("image/png", "sandbox; default-src 'none'"), (kept.Content.Headers.ContentType!.MediaType, string.Join(' ', kept.Headers.GetValues("Content-Security-Policy"))));
            Assert.Equal(Picture, await kept.Content.ReadAsByteArrayAsync());
        }
        var stored = Directory.EnumerateFiles(app.Folder, files[0].Id.ToString("N"), SearchOption.AllDirectories).Single();
        Assert.True((await File.ReadAllBytesAsync(stored)).AsSpan().IndexOf("anh chup cong"u8) < 0, "it lies there in plain");

        var talk = await db.Set<Conversation>().SingleAsync(c => c.CitizenId != "");
        db.Add(new Erasure { Id = Guid.CreateVersion7(), UnitId = talk.UnitId, AccountId = talk.AccountId, CitizenId = talk.CitizenId, RequestedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
        await Service.Until.TrueAsync(async () => (await FilesAsync(app)).Count == 0 && !File.Exists(stored));
    }

    private static async Task<List<CitizenFile>> FilesAsync(ConsoleApp app)
    {
        await using var db = app.Database.NewContext();
        return await db.Set<CitizenFile>().OrderBy(f => f.EventId).ThenBy(f => f.Position).ToListAsync();
    }

    /// <summary>Where the platform keeps files: one is as it should be, the others are not.</summary>
    private static async Task<WebApplication> PlatformAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var platform = builder.Build();
        platform.Urls.Add("http://127.0.0.1:0");
        platform.MapGet("/anh.png", () => Results.Bytes(Picture, "image/png"));
        platform.MapGet("/to.png", () => Results.Stream(async body =>
        {
            var part = new byte[1 << 20];
            for (var i = 0; i < 40; i++) await body.WriteAsync(part);   // tells no length
        }));
        platform.MapGet("/chay.exe", () => Results.Bytes("MZ chuong trinh"u8.ToArray(), "image/png"));
        platform.MapGet("/vong.png", () => Results.Redirect("http://169.254.169.254/latest/meta-data"));
        await platform.StartAsync();
        return platform;
    }
}
