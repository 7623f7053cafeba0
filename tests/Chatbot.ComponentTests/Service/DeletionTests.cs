using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Simulator.Citizens;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Service;

/// <summary>Who asks to be forgotten is found nowhere afterwards: in no table, in no file, in nothing that the process printed.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class DeletionTests(RunningServices services)
{
    // An everyday question with a word that nothing else in the service holds.
    private const string Planted = "Zyxomblat";

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_a_person_on_Zalo_is_left_after_they_asked_for_deletion(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (talk, citizen) = (service.Simulator.Zalo.Conversation("xin-quen"), "xin-quen");
        await service.AskOnZaloAsync(citizen, $"tôi là {Planted}, làm giấy khai sinh cho bé cần giấy tờ gì");
        await service.AskOnZaloAsync(citizen, $"{Planted} muốn gặp cán bộ");
        await service.AskOnZaloAsync(citizen, "quay lại");
        Assert.NotEmpty(await Traces.InTablesAsync(service.Database, talk.CitizenId));
        Assert.Contains("đồng ý", (await service.AskOnZaloAsync(citizen, "xóa dữ liệu của tôi")).Text(), StringComparison.Ordinal);
        Assert.Contains("Mã xác nhận", (await service.AskOnZaloAsync(citizen, "đồng ý")).Text(), StringComparison.Ordinal);
        await AssertForgottenAsync(service, talk);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_a_person_in_Messenger_is_left_after_they_asked_for_deletion(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var (talk, citizen) = (service.Simulator.Facebook.Conversation("xin-quen"), "xin-quen");
        await service.AskOnFacebookAsync(citizen, $"tôi là {Planted}, làm giấy khai sinh cho bé cần giấy tờ gì");
        Assert.NotEmpty(await Traces.InTablesAsync(service.Database, talk.CitizenId));
        await service.AskOnFacebookAsync(citizen, "xóa dữ liệu của tôi");
        await service.AskOnFacebookAsync(citizen, "đồng ý");
        await AssertForgottenAsync(service, talk);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_a_person_is_left_after_they_withdrew_at_Zalo(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        var talk = service.Simulator.Zalo.Conversation("rut-lai");
        await service.AskOnZaloAsync("rut-lai", $"tôi là {Planted}, đăng ký kết hôn ở đâu");
        await service.Simulator.Zalo.WithdrawsAsync("rut-lai", CancellationToken.None);
        await AssertForgottenAsync(service, talk);
    }

    // A phone that was off tells days later that our last message was seen.
    private static async Task LateNewsAsync(RunningService service, Conversation talk)
    {
        var (zalo, facebook, citizen) = (service.Simulator.Zalo, service.Simulator.Facebook, talk.Citizen.Key);
        var delivery = talk.Platform == Platform.Zalo
            ? await zalo.EmitSampleAsync("user_seen_message", citizen, CancellationToken.None)
            : await facebook.EmitSampleAsync("read", citizen, CancellationToken.None);
        Assert.Equal(200, delivery.Status);
    }

    /// <summary>Also after the platform's news of our last message, early and late.</summary>
    private static async Task AssertForgottenAsync(RunningService service, Conversation talk)
    {
        await Task.Delay(TimeSpan.FromSeconds(6));
        await service.IdleAsync();
        await Until.TrueAsync(async () => (await Traces.InTablesAsync(service.Database, talk.CitizenId)).Count == 0, seconds: 45);
        await LateNewsAsync(service, talk);
        await service.IdleAsync();
        foreach (var trace in new[] { talk.CitizenId, Planted })
        {
            Assert.Empty(await Traces.InTablesAsync(service.Database, trace));
            Assert.Empty(Traces.InFiles(service.Folder, trace));
            if (service.Database.Kind == DatabaseKind.Sqlite) Assert.Empty(Traces.InFiles(Traces.FolderOf(service.Database), trace));
            Assert.DoesNotContain(service.Process.Lines, line => line.Contains(trace, StringComparison.OrdinalIgnoreCase));
        }
    }
}
