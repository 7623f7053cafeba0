using System.Text;
using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.ComponentTests.Hotline;
using Chatbot.Conversations;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Learning;

/// <summary>Learning over a real database with the starter catalogue, a clock that the test moves, and talks that the test writes down.</summary>
internal sealed class LearningHost : IAsyncDisposable
{
    public const string Birth = "1.001193";
    public static readonly UnitScope Everything = new([Unit.RootId]);
    public static readonly Guid Official = Guid.CreateVersion7();
    private readonly IHost host;
    private int events;

    private LearningHost(IHost host, TestDatabase database) => (this.host, Database) = (host, database);

    public TestDatabase Database { get; }

    public MovingClock Clock => Get<MovingClock>();

    public KnowledgeKeeper Keeper => Get<KnowledgeKeeper>();

    public ChannelAccount Account { get; } = new() { Channel = Channel.Zalo, PlatformId = "oa-1", CreatedAt = MovingClock.Monday };

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<LearningHost> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.ClearProviders()).AddChatbotDb(database.ConnectionString);
        builder.Services.AddSingleton<MovingClock>().AddSingleton<TimeProvider>(found => found.GetRequiredService<MovingClock>());
        builder.Services.AddSingleton<ISecretBox, OpenSecretBox>().AddSingleton<IChannelEvents, TestChannel>().AddSingleton<IChannelSender, TestChannel>();
        builder.Services.AddSingleton<AuditTrail>().AddSingleton<IInterceptor, AuditInterceptor>();
        builder.Services.AddOptions<MessagingOptions>();
        builder.Services.AddSingleton<WakeUps>();
        builder.AddLiveChanges().AddCatalogue().AddConversations().AddLearning();
        var started = new LearningHost(builder.Build(), database);
        await using var db = database.NewContext();
        db.Add(started.Account);
        await db.SaveChangesAsync();
        await started.Keeper.RefreshAsync(CancellationToken.None);
        return started;
    }

    public async Task<Conversation> CitizenAsync(string id)
    {
        await using var db = Database.NewContext();
        var talk = new Conversation { AccountId = Account.Id, Channel = Channel.Zalo, CitizenId = id, CreatedAt = Clock.GetUtcNow() };
        db.Add(talk);
        await db.SaveChangesAsync();
        return talk;
    }

    /// <summary>What the dispatcher leaves behind: the event with its body, and the record of the answer. Ten seconds pass.</summary>
    public async Task SaysAsync(Conversation talk, string text, Handling handling, string? code = null, double confidence = 0.5)
    {
        await using var db = Database.NewContext();
        var now = Clock.GetUtcNow();
        var happened = new InboundEvent
        {
            AccountId = Account.Id, Channel = Channel.Zalo, PlatformAccountId = "oa-1", EventKey = $"m{Interlocked.Increment(ref events)}", Kind = "text",
            CitizenId = talk.CitizenId, OccurredAt = now, ReceivedAt = now, Status = EventStatus.Handled, Body = Encoding.UTF8.GetBytes(text),
        };
        db.Add(happened);
        await db.SaveChangesAsync();
        var turn = new Turn { EventId = happened.Id, Event = new ChannelEvent.Recorded(), Conversation = talk, Account = Account, Now = now };
        db.Add(AnswerRecord.For(turn, handling, new Answered("test") { ProcedureCode = code, Confidence = confidence }));
        await db.SaveChangesAsync();
        Clock.Move(TimeSpan.FromSeconds(10));
    }

    /// <summary>A quarter of an hour later the job runs.</summary>
    public async Task CollectAsync()
    {
        Clock.Move(TimeSpan.FromMinutes(15));
        await Get<CollectQuestions>().CollectAsync(CancellationToken.None);
    }

    public async Task<List<T>> RowsAsync<T>() where T : class
    {
        await using var db = Database.NewContext();
        return await db.Set<T>().ToListAsync();
    }

    public async Task<List<Proposal>> ProposalsAsync(string search = "")
    {
        await using var db = Database.NewContext();
        return await Proposal.Waiting(db, Everything, search, why: null).ToListAsync();
    }

    public Task<PhraseOutcome> AcceptAsync(Guid group, string code, params string[] texts) =>
        Get<AcceptProposal>().AcceptAsync(group, code, texts, Official, Everything, CancellationToken.None);

    public Understood Understand(string text) => Keeper.Current.Understand(text, previousCode: null);

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Database.DisposeAsync();
    }
}
