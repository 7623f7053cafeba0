using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chatbot.ComponentTests.Conversations;

/// <summary>A planted person who asks for deletion is found in no table afterwards; the neighbour is untouched.</summary>
public sealed class ErasureTests
{
    private const string Person = "citizen-7431-planted";
    private const string Neighbour = "citizen-9";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_planted_person_is_found_in_no_table(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var account = await PlantAsync(database);
        var conversation = await ConversationOfAsync(database, account, Person);
        Assert.NotEmpty(await TracesAsync(database, Person, conversation));
        await EraserOf(database, kind).CarryOutAsync(CancellationToken.None);
        Assert.Empty(await TracesAsync(database, Person, conversation));
        await using var db = database.NewContext();
        Assert.Equal(DeletionOutcome.Deleted, (await db.Set<DeletionRequest>().SingleAsync()).Outcome);
        Assert.Equal(2, await db.Set<AnswerRecord>().CountAsync());
        Assert.Equal(2, await db.Set<InboundEvent>().CountAsync(e => e.CitizenId == "" && e.Body == null));
    }

    [Theory, OnSqlite]
    public async Task On_SQLite_no_byte_of_the_person_is_left_in_the_files(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await PlantAsync(database);
        Assert.Contains(FilesOf(database), file => Holds(file, Person));
        await EraserOf(database, kind).CarryOutAsync(CancellationToken.None);
        Assert.DoesNotContain(FilesOf(database), file => Holds(file, Person));
        Assert.Contains(FilesOf(database), file => Holds(file, Neighbour));
    }

    private static IEnumerable<string> FilesOf(TestDatabase database)
    {
        using var db = database.NewContext();
        var path = db.Database.GetDbConnection().DataSource;
        return new[] { path, path + "-wal" }.Where(File.Exists).ToList();
    }

    private static bool Holds(string file, string words)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_neighbour_keeps_everything(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var account = await PlantAsync(database);
        var conversation = await ConversationOfAsync(database, account, Neighbour);
        var before = await TracesAsync(database, Neighbour, conversation);
        await EraserOf(database, kind).CarryOutAsync(CancellationToken.None);
        Assert.Equal(before.Order(), (await TracesAsync(database, Neighbour, conversation)).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_still_leaves_is_waited_for_but_not_for_ever(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var account = await PlantAsync(database, OutboxStatus.Sending);
        var conversation = await ConversationOfAsync(database, account, Person);
        await EraserOf(database, kind).CarryOutAsync(CancellationToken.None);
        Assert.NotEmpty(await TracesAsync(database, Person, conversation));
        await EraserOf(database, kind, Now.AddHours(2)).CarryOutAsync(CancellationToken.None);
        Assert.Empty(await TracesAsync(database, Person, conversation));
    }

    private static readonly Chatbot.Hotline.Files.FileStore Files =
        new(Path.Combine(Path.GetTempPath(), "chatbot-erasure-files"), new Chatbot.Testing.Conversations.OpenSecretBox());

    private static async Task<Guid> PlantAsync(TestDatabase database, OutboxStatus status = OutboxStatus.Sent)
    {
        await using var db = database.NewContext();
        var account = new ChannelAccount { Channel = Channel.Zalo, PlatformId = "oa-1", CreatedAt = Now };
        db.Add(account);
        foreach (var citizen in new[] { Person, Neighbour })
        {
            var conversation = new Conversation { AccountId = account.Id, CitizenId = citizen, State = "{\"p\":\"1.001193\"}", CreatedAt = Now };
            db.Add(conversation);
            db.Add(Incoming(account, citizen, $"m-{citizen.Length}"));
            db.Add(Incoming(account, citizen, $"follow:{citizen}:1"));
            db.Add(new OutboxMessage
            {
                AccountId = account.Id, ConversationId = conversation.Id, CitizenId = citizen, Body = $"{{\"user_id\":\"{citizen}\"}}",
                Correlation = Guid.NewGuid().ToString("N"), Status = status, NotBefore = Now, CreatedAt = Now,
            });
            PlantCase(db, conversation);
            db.Add(new Rating { AccountId = account.Id, ConversationId = conversation.Id, PlatformMessageId = "m", RatedAt = Now });
            db.Add(AnswerOf(account, conversation));
            if (citizen == Person) Demand(db, conversation);
        }
        await db.SaveChangesAsync();
        return account.Id;
    }

    private static void PlantCase(ChatbotDb db, Conversation conversation)
    {
        var matter = Case.Open(new OpenedCase(conversation, CaseKind.Question, CaseOrigin.AskedForPerson, "secret", Now));
        db.Add(matter);
        db.Add(CaseEvent.Of(matter, CaseVerb.Open, null, Now));
        db.Add(new Chatbot.Hotline.Search.CaseWord { CaseId = matter.Id, Word = 7 });
        db.Add(new Chatbot.Hotline.Answering.CaseAnswer { CaseId = matter.Id, RequestId = Guid.NewGuid(), Text = "secret", CreatedAt = Now });
        db.Add(new CaseNote { CaseId = matter.Id, Text = "secret", WrittenAt = Now });
        db.Add(new Chatbot.Hotline.Files.CaseFile { CaseId = matter.Id, Name = "secret", ContentType = "application/pdf", Hash = "0", AddedAt = Now });
        db.Add(Chatbot.Hotline.Assigning.Notice.For(matter, Chatbot.Hotline.Assigning.NoticeKind.Assigned, Guid.NewGuid(), "c", Now));
        db.Add(new Chatbot.Hotline.Assigning.Presence { CaseId = matter.Id, OfficialId = Guid.NewGuid(), Until = Now });
        var survey = new Chatbot.Hotline.After.Survey { CaseId = matter.Id, AskedAt = Now };
        db.Add(survey);
        db.Add(new Chatbot.Hotline.After.SurveyScore { SurveyId = survey.Id, Question = Chatbot.Hotline.After.SurveyQuestion.Staff, Score = 5, AnsweredAt = Now });
        var label = new Label { Name = conversation.Id.ToString("N")[^6..] };
        db.Add(label);
        db.Add(new CaseLabel { CaseId = matter.Id, LabelId = label.Id });
        conversation.OpenCase(matter.Id, Case.LongAway);
        db.Add(new SameCitizen { ConversationId = conversation.Id, CitizenKey = Guid.NewGuid(), JoinedAt = Now });
    }

    private static InboundEvent Incoming(ChannelAccount account, string citizen, string key) => new()
    {
        AccountId = account.Id, PlatformAccountId = "oa-1", EventKey = key, Kind = "user_send_text", CitizenId = citizen, OccurredAt = Now, ReceivedAt = Now,
        Status = EventStatus.Handled, Body = [1, 2, 3],
    };

    private static AnswerRecord AnswerOf(ChannelAccount account, Conversation conversation) => AnswerRecord.For(
        new Turn { EventId = 1, Event = new ChannelEvent.Recorded(), Conversation = conversation, Account = account, Now = Now }, Handling.Smalltalk);

    private static void Demand(ChatbotDb db, Conversation conversation)
    {
        var request = new DeletionRequest { ConfirmationCode = TrackingCode.New(), RequestedAt = Now, DueAt = Now.AddDays(1) };
        db.Add(request);
        db.Add(Erasure.Of(conversation, request));
    }

    private static async Task<Guid> ConversationOfAsync(TestDatabase database, Guid account, string citizen)
    {
        await using var db = database.NewContext();
        return (await db.Set<Conversation>().SingleAsync(c => c.AccountId == account && c.CitizenId == citizen)).Id;
    }

    /// <summary>Every value of every row of every table in which the person's id or their conversation's id stands.</summary>
    private static async Task<List<string>> TracesAsync(TestDatabase database, string citizen, Guid conversation)
    {
        await using var db = database.NewContext();
        await db.Database.OpenConnectionAsync();
        var traces = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (IsTrace(reader.GetValue(i).ToString() ?? "")) traces.Add($"{table}.{reader.GetName(i)}");
        }
        return traces;

        bool IsTrace(string value) => value.Contains(citizen, StringComparison.Ordinal) || value.Contains(conversation.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static CitizenEraser EraserOf(TestDatabase database, DatabaseKind kind, DateTimeOffset? now = null) =>
        new(new Contexts(database), new WriteGate(kind), Files, new FixedClock(now ?? Now), NullLogger<CitizenEraser>.Instance);
}

internal sealed class Contexts(TestDatabase database) : IDbContextFactory<ChatbotDb>
{
    public ChatbotDb CreateDbContext() => database.NewContext();
}

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
