using System.Diagnostics;
using Chatbot.ComponentTests.Service;
using Chatbot.Learning;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.ComponentTests.Learning;

/// <summary>Through the whole running service: asked in vain, taught by somebody in another process, understood within seconds and without a restart.</summary>
[Collection(RunningServicesCollection.Name)]
public sealed class LearningByUseTests(RunningServices services)
{
    private const string Code = "1.001193";

    /// <summary>The look by the clock comes every 15 seconds: three times so soon is no accident.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(6);

    [Theory, OnPostgres]
    public async Task What_another_process_teaches_is_understood_at_once(DatabaseKind kind)
    {
        var service = await services.OnAsync(kind);
        using var host = Host(service);
        var teach = TeachIn(host);
        foreach (var asked in (string[])["thủ tục tờ zuzu cho sắp nhỏ", "thủ tục con dấu kaka của phường", "thủ tục mảnh giấy rara hồi nẫm"])
        {
            Assert.DoesNotContain(Code, (await service.AskOnZaloAsync($"truoc-khi-day {asked}", asked)).Text(), StringComparison.Ordinal);
            Assert.Equal(PhraseOutcome.Done, await teach.TeachAsync(new(Unit.RootId, Code, asked), Guid.CreateVersion7(), new UnitScope([Unit.RootId]), CancellationToken.None));
            await UnderstoodSoonAsync(service, asked);
        }
    }

    private static async Task UnderstoodSoonAsync(RunningService service, string asked)
    {
        var since = Stopwatch.GetTimestamp();
        for (var turn = 0; ; turn++)
        {
            var said = (await service.AskOnZaloAsync($"sau-khi-day-{turn} {asked}", asked)).Text();
            if (said.Contains(Code, StringComparison.Ordinal)) return;
            Assert.True(Stopwatch.GetElapsedTime(since) < Soon, $"after {Stopwatch.GetElapsedTime(since)} the bot says:\n{said}");
            await Task.Delay(100);
        }
    }

    private static TeachPhrase TeachIn(IHost host)
    {
        var live = new Chatbot.Messaging.LiveChanges(host.Services.GetRequiredService<DatabaseInfo>());
        var databases = host.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ChatbotDb>>();
        return new(new PhraseBook(databases, host.Services.GetRequiredService<WriteGate>(), live, TimeProvider.System), new PhraseRules(new Known()));
    }

    private static IHost Host(RunningService service)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:Chatbot", (string?)service.Database.ConnectionString)]);
        builder.AddPersistence();
        return builder.Build();
    }

    private sealed class Known : Chatbot.Conversations.IKnowledgeSource
    {
        public Chatbot.Conversations.Knowledge Current => Chatbot.Testing.Conversations.KnowledgeForTests.Starter;
    }
}
