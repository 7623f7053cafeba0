using Chatbot.Campaigns.Audience;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Conversations.Dialogs;

/// <summary>"Xem dữ liệu của tôi" and "xóa dữ liệu của tôi", the latter with one confirmation.</summary>
internal sealed class DataRights(IDbContextFactory<ChatbotDb> databases)
{
    public async Task ShowAsync(BotTurn talk, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var conversation = talk.Conversation;
        var messages = await MessagesOf(db, conversation).CountAsync(ct);
        var replies = await db.Set<OutboxMessage>().CountAsync(m => m.ConversationId == conversation.Id && m.Body != "", ct);
        var answers = await db.Set<AnswerRecord>().CountAsync(a => a.ConversationId == conversation.Id, ct);
        var codes = await db.Set<Case>().Where(c => c.ConversationId == conversation.Id)
            .OrderByDescending(c => c.OpenedAt).Select(c => c.TrackingCode).ToListAsync(ct);
        var topics = await TopicsAsync(db, conversation, ct);
        talk.Say(Summary(talk, messages, replies, answers, codes, topics), Choices.Plain(Texts.ButtonDelete, ButtonAction.DeleteData), Choices.Menu);
        talk.Answered(Handling.Smalltalk);
    }

    /// <summary>What the citizen wrote or sent and is still stored; receipts, echoes and the like are no messages. Kinds are the platforms' own names.</summary>
    private static IQueryable<InboundEvent> MessagesOf(ChatbotDb db, Conversation conversation) => db.Set<InboundEvent>()
        .Where(e => e.AccountId == conversation.AccountId && e.CitizenId == conversation.CitizenId && e.Body != null)
        .Where(e => e.Kind == "message" || e.Kind.StartsWith("user_send_") || e.Kind.StartsWith("anonymous_send_"));

    private static async Task<ILookup<bool, string>> TopicsAsync(ChatbotDb db, Conversation conversation, CancellationToken ct)
    {
        var chosen = await db.Set<TopicChoice>().Where(c => c.ConversationId == conversation.Id).OrderBy(c => c.Topic)
            .Select(c => new { c.IsWanted, c.Topic, Name = db.Set<OutreachTopic>().Where(t => t.Code == c.Topic).OrderBy(t => t.Id).Select(t => t.Name).FirstOrDefault() }).ToListAsync(ct);
        return chosen.ToLookup(c => c.IsWanted, c => c.Name ?? c.Topic);
    }

    public static void AskToDelete(BotTurn talk)
    {
        talk.Say(Texts.DeleteAsk, Choices.Plain(Texts.ButtonDeleteYes, ButtonAction.ConfirmDeletion), Choices.Plain(Texts.ButtonDeleteNo, ButtonAction.KeepData));
        talk.Await(Awaited.DeletionConfirmed);
        talk.Answered(Handling.Smalltalk);
    }

    public static void Keep(BotTurn talk)
    {
        talk.Say(Texts.DeleteKept, Choices.Menu);
        talk.Answered(Handling.Smalltalk);
    }

    /// <summary>Records the demand; the rows go as soon as the answer has left (see <see cref="CitizenEraser"/>).</summary>
    public static void Delete(BotTurn talk)
    {
        var request = Demand(talk);
        talk.Say(Texts.DeleteDone(TrackingCode.Show(request.ConfirmationCode)));
        talk.Answered(Handling.Smalltalk);
    }

    /// <summary>The citizen demanded it, here or at the platform, which asks no question and hears no answer.</summary>
    public static DeletionRequest Demand(BotTurn talk)
    {
        var request = new DeletionRequest
        {
            UnitId = talk.Conversation.UnitId, Channel = talk.Conversation.Channel, ConfirmationCode = TrackingCode.New(),
            RequestedAt = talk.Now, DueAt = talk.Now + CitizenEraser.Promised,
        };
        talk.Turn.Record(request);
        talk.Turn.Record(Erasure.Of(talk.Conversation, request));
        talk.State = TalkState.New;
        return request;
    }

    private static string Summary(BotTurn talk, int messages, int replies, int answers, List<string> codes, ILookup<bool, string> topics) => Texts.MyData(
        Words.Day(talk.Conversation.CreatedAt), messages, replies, answers, codes.Count,
        codes.Count == 0 ? "" : Texts.MyDataCodes(string.Join(", ", codes.Take(10).Select(TrackingCode.Show))),
        Outreach(talk.Conversation.OptedOutAt is null ? Texts.OutreachOn : Texts.OutreachOff, topics));

    private static string Outreach(string all, ILookup<bool, string> topics) =>
        topics.Count == 0 ? all : Texts.MyDataTopics(all, Names(topics[true]), Names(topics[false]));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } some ? some : Texts.NoTopic;
}
