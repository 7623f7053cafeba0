using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Chatbot.Testing.Conversations;

/// <summary>One citizen's talk with the real bot and the real understanding; what is said is kept in memory and no database is there.</summary>
public sealed class Talk
{
    private readonly ITurnHandler bot;
    private long events;

    public Talk(Knowledge? knowledge = null, IDbContextFactory<ChatbotDb>? databases = null, params (string Key, string Value)[] settings)
        : this(services => services
            .AddSingleton<IKnowledgeSource>(new FixedKnowledge(knowledge ?? KnowledgeForTests.WithTraps)).AddSingleton(databases ?? new NoDatabase()), settings)
    {
    }

    /// <param name="replace">Parts that are different or broken; they are taken instead of the ordinary ones.</param>
    /// <param name="settings">As in appsettings.json.</param>
    public Talk(Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton<ISecretBox, OpenSecretBox>().AddSingleton<TimeProvider>(TimeProvider.System);
        builder.Services.AddSingleton(new WriteGate(DatabaseKind.Sqlite));
        builder.Services.AddSingleton<IDbContextFactory<ChatbotDb>, NoDatabase>();
        builder.AddConversations();
        replace(builder.Services);
        bot = builder.Build().Services.GetRequiredService<ITurnHandler>();
        Account = new ChannelAccount { Channel = Channel.Zalo, PlatformId = "oa-1", CreatedAt = Now };
        Conversation = new Conversation { AccountId = Account.Id, Channel = Channel.Zalo, CitizenId = "citizen-1", CreatedAt = Now };
    }

    /// <summary>Monday 23 November 2026, 9:00 in Vietnam: the office is open.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public ChannelAccount Account { get; init; }

    public Conversation Conversation { get; set; }

    /// <summary>Everything that was recorded during the talk.</summary>
    public List<object> Records { get; } = [];

    private List<Func<ChatbotDb, CancellationToken, Task>> changes = [];

    /// <summary>Statements of the turns since the last call, for a test that has a database.</summary>
    public IReadOnlyList<Func<ChatbotDb, CancellationToken, Task>> TakeChanges()
    {
        var taken = changes;
        changes = [];
        return taken;
    }

    /// <summary>Choices under the last answer that had any.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IEnumerable<T> Recorded<T>() => Records.OfType<T>();

    public Said Says(string text) => Happens(new ChannelEvent.MessageReceived(Message(text)));

    /// <summary>A press on a button under the last answer, as Zalo returns it: its payload as text.</summary>
    public Said Presses(string title) => PressesOld(
        (Choices.FirstOrDefault(c => c.Title.Contains(title, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No button {title} among: {string.Join(", ", Choices.Select(c => c.Title))}")).Payload);

    /// <summary>A press on a button of long ago.</summary>
    public Said PressesOld(string payload) => Says(payload);

    public Said Sends(AttachmentKind kind, string text = "") =>
        Happens(new ChannelEvent.MessageReceived(Message(text) with { Attachments = [new Attachment(kind, "https://example.vn/1")] }));

    public Said Shares(double latitude, double longitude) =>
        Happens(new ChannelEvent.MessageReceived(Message("") with { Location = new SharedLocation(latitude, longitude) }));

    public Said Corrects(string text) => Happens(new ChannelEvent.MessageEdited("m1", text));

    public Said Happens(ChannelEvent happened) => new(this, happened);

    public Talk After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public InboundMessage Message(string text) => new(Channel.Zalo, "citizen-1", text, Now);

    internal async Task<Card> TakeAsync(ChannelEvent happened, bool asLastResort)
    {
        var turn = new Turn { EventId = ++events, Event = happened, Conversation = Conversation, Account = Account, Now = Now };
        if (asLastResort) await bot.TakeFailedAsync(turn, CancellationToken.None);
        else await bot.TakeAsync(turn, CancellationToken.None);
        Records.AddRange(turn.Records);
        changes.AddRange(turn.Changes);
        changes.AddRange(turn.LastChanges);
        Choices = turn.Replies.LastOrDefault(r => r.Choices.Count > 0)?.Choices ?? Choices;
        return new Card(turn.Replies, turn.Records);
    }

    private sealed record FixedKnowledge(Knowledge Current) : IKnowledgeSource;
}

/// <summary>Something said, waiting for its answer.</summary>
public sealed class Said(Talk talk, ChannelEvent happened)
{
    public async Task<Card> HearsAsync(Action<Card>? check = null)
    {
        var card = await talk.TakeAsync(happened, asLastResort: false);
        Assert.NotEmpty(card.Replies);
        check?.Invoke(card);
        return card;
    }

    public async Task HearsNothingAsync() => Assert.Empty((await talk.TakeAsync(happened, asLastResort: false)).Replies);

    /// <summary>The bot failed repeatedly.</summary>
    public Task<Card> HearsLastResortAsync() => talk.TakeAsync(happened, asLastResort: true);
}

/// <summary>Any look at the database is a mistake here.</summary>
public sealed class NoDatabase : IDbContextFactory<ChatbotDb>
{
    public ChatbotDb CreateDbContext() => throw new InvalidOperationException("An ordinary answer read the database.");
}

/// <summary>Protects nothing, visibly: Base64 only.</summary>
public sealed class OpenSecretBox : ISecretBox
{
    public byte[] Protect(ReadOnlySpan<byte> plain) => plain.ToArray();

    public bool TryUnprotect(byte[] secret, out byte[] plain)
    {
        plain = secret;
        return true;
    }
}
