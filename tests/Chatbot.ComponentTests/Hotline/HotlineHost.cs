using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Hotline;

/// <summary>The hotline's use cases over a real database, with a clock that the test moves and a channel of its own.</summary>
internal sealed class HotlineHost : IAsyncDisposable
{
    private readonly IHost host;

    private HotlineHost(IHost host, TestDatabase database) => (this.host, Database) = (host, database);

    public TestDatabase Database { get; }

    public MovingClock Clock => host.Services.GetRequiredService<MovingClock>();

    public ChannelAccount Account { get; } = new() { Channel = Channel.Zalo, PlatformId = "oa-1", CreatedAt = MovingClock.Monday };

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<HotlineHost> StartAsync(DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddLogging(logging => logging.ClearProviders()).AddChatbotDb(database.ConnectionString);
        builder.Services.AddSingleton<MovingClock>().AddSingleton<TimeProvider>(found => found.GetRequiredService<MovingClock>());
        builder.Services.AddSingleton<ISecretBox, OpenSecretBox>().AddSingleton<IChannelSender, TestChannel>();
        builder.Services.AddSingleton<IChannelEvents, TestChannel>();
        builder.Services.AddOptions<MessagingOptions>();
        builder.Services.AddSingleton<WakeUps>();
        builder.AddLiveChanges();
        builder.AddHotline();
        var started = new HotlineHost(builder.Build(), database);
        await using var db = database.NewContext();
        db.Add(started.Account);
        db.Add(new OfficeRecord { UnitId = Unit.RootId, OfficeId = "o", Content = Hours });
        await db.SaveChangesAsync();
        return started;
    }

    /// <summary>A citizen whose matter has just come.</summary>
    public async Task<Case> OpenAsync(string citizen, CaseKind kind = CaseKind.Question, string question = "câu hỏi của người dân", DateTimeOffset? lastInboundAt = null)
    {
        await using var db = Database.NewContext();
        var talk = await db.Set<Conversation>().AsTracking().FirstOrDefaultAsync(c => c.AccountId == Account.Id && c.CitizenId == citizen);
        if (talk is null)
        {
            talk = new Conversation { AccountId = Account.Id, Channel = Account.Channel, CitizenId = citizen, CreatedAt = Clock.GetUtcNow() };
            db.Add(talk);
        }
        talk.LastInboundAt = lastInboundAt ?? Clock.GetUtcNow();
        var matter = Case.Open(new OpenedCase(talk, kind, CaseOrigin.AskedForPerson, Get<ISecretBox>().ProtectWords(question), Clock.GetUtcNow()));
        matter.Run(Get<DeadlineClock>().FirstAnswer(OfficeHours.Standard, Clock.GetUtcNow()));
        talk.OpenCase(matter.Id, Case.LongAway);
        db.Add(matter);
        db.Add(CaseEvent.Of(matter, CaseVerb.Open, null, Clock.GetUtcNow()));
        await Get<Chatbot.Hotline.Search.CaseSearch>().IndexAsync(db, matter.Id, question, CancellationToken.None);
        await db.SaveChangesAsync();
        return matter;
    }

    public async Task<Case> CaseAsync(Guid id)
    {
        await using var db = Database.NewContext();
        return await db.Set<Case>().SingleAsync(c => c.Id == id);
    }

    public async Task<List<T>> RowsAsync<T>() where T : class
    {
        await using var db = Database.NewContext();
        return await db.Set<T>().ToListAsync();
    }

    /// <summary>The citizen writes: what the dispatcher does for the case in its transaction.</summary>
    public async Task CitizenWritesAsync(Case matter, string words)
    {
        await using var db = Database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var talk = await db.Set<Conversation>().AsTracking().SingleAsync(c => c.Id == matter.ConversationId);
        talk.LastInboundAt = Clock.GetUtcNow();
        var turn = new Turn { EventId = 1, Event = new ChannelEvent.Recorded(), Conversation = talk, Account = Account, Now = Clock.GetUtcNow() };
        Get<CitizenNews>().Note(turn, words);
        foreach (var change in turn.Changes) await change(db, CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>What every process runs to hear of the others; does nothing on SQLite.</summary>
    public BackgroundService ListenToOtherProcesses() => host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single();

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Database.DisposeAsync();
    }

    private const string Hours = """
        {"id":"o","name":"Xã mẫu","isHotline":true,"hours":[
        {"days":["monday","tuesday","wednesday","thursday","friday"],"from":"07:30:00","to":"11:30:00"},
        {"days":["monday","tuesday","wednesday","thursday","friday"],"from":"13:30:00","to":"17:00:00"}]}
        """;
}

/// <summary>Monday 16 November 2026, 8:00 in Vietnam, until the test moves it.</summary>
internal sealed class MovingClock : TimeProvider
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero);
    private DateTimeOffset now = Monday;

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}
