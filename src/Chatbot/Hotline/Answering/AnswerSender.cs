using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Answering;

/// <summary>Turns an answer into outbox messages inside the case's transaction: answer, case and messages are stored together or not at all.</summary>
internal sealed class AnswerSender(
    IEnumerable<IChannelSender> senders, ReplyWindows windows, ISecretBox box, IOptions<CaseOptions> options, TimeProvider clock)
{
    /// <param name="db">The transaction; the case is locked.</param>
    /// <param name="matter">The case.</param>
    /// <param name="answer">Stored or about to be.</param>
    /// <param name="acceptsPrice">Somebody has agreed to pay.</param>
    /// <param name="click">The signed-in person whose press this is; only such a press may be marked as written by a human.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<AnswerResult> SendAsync(ChatbotDb db, Case matter, CaseAnswer answer, bool acceptsPrice, Guid click, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var talk = await db.Set<Conversation>().SingleAsync(c => c.Id == matter.ConversationId, ct);
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Id == matter.AccountId, ct);
        if (await RenderFilesAsync(db, matter, answer.FileIds, ct) is not { } files) return new AnswerResult.Refused(CaseOutcome.Invalid);
        IReadOnlyList<string> bodies = [.. Render(talk, matter, box.ReadWords(answer.Text) ?? ""), .. files];
        var window = windows.Of(talk, account, now);
        if (window.Way == ReplyWay.WaitForCitizen) return Hold(db, matter, answer, click, now);
        if (window.Way == ReplyWay.Paid && !acceptsPrice) return new AnswerResult.AsksForPrice(window.Price, bodies.Count);
        if (!Move(matter, answer.Purpose, now)) return new AnswerResult.Refused(CaseOutcome.WrongState);
        // Held after a refusal: the parts that did not arrive are replaced by these.
        await db.Set<OutboxMessage>().Where(m => m.AnswerId == answer.Id && (m.Status == OutboxStatus.Refused || m.Status == OutboxStatus.Skipped)).ExecuteDeleteAsync(ct);
        db.AddRange(bodies.Select(body => OfficeMessage.Plan(talk, body, now, answer.Id, window.Way == ReplyWay.AsHumanAgent)));
        answer.Queue(now);
        db.Add(CaseEvent.Of(matter, VerbOf(answer.Purpose), click, now, $"{answer.Id};{window.Way}"));
        await db.SaveChangesAsync(ct);
        await QuietAsync(db, talk.Id, now, ct);
        return new AnswerResult.Queued(answer.Id);
    }

    /// <summary>The bodies as they would be sent.</summary>
    public IReadOnlyList<string> Render(Conversation talk, Case matter, string text) => senders.Single(s => s.Channel == talk.Channel)
        .Render(new OutboundMessage(HotlineTexts.OfficialAnswers(TrackingCode.Show(matter.TrackingCode), text)), new Recipient(talk.CitizenId, talk.AnonymousConversationId));

    /// <summary>The case's files as messages of their own.</summary>
    /// <returns>Null: too many, not this case's, gone, or nothing that the platform takes.</returns>
    public async Task<IReadOnlyList<string>?> RenderFilesAsync(ChatbotDb db, Case matter, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0) return [];
        if (wanted.Count > AnswerRequest.MostFiles) return null;
        var talk = await db.Set<Conversation>().SingleAsync(c => c.Id == matter.ConversationId, ct);
        var (sender, to) = (senders.Single(s => s.Channel == talk.Channel), new Recipient(talk.CitizenId, talk.AnonymousConversationId));
        var files = await db.Set<CaseFile>().Where(f => f.CaseId == matter.Id && wanted.Contains(f.Id)).ToListAsync(ct);
        var bodies = wanted.Select(id => files.Find(f => f.Id == id)).Select(f => f is null ? null : sender.RenderFile(Outbound(f), to)).ToList();
        return bodies.Contains(null) ? null : [.. bodies.OfType<string>()];
    }

    private OutboundFile Outbound(CaseFile file) => new(file.Id, box.ReadWords(file.Name) is { Length: > 0 } name ? name : "tep", file.ContentType, file.Size);

    private static bool Move(Case matter, AnswerPurpose purpose, DateTimeOffset now) => purpose switch
    {
        AnswerPurpose.Question => matter.Go(CaseVerb.AskCitizen, now),
        AnswerPurpose.Apology => matter.IsOpen,
        _ => matter.Answer(now),
    };

    private static CaseVerb VerbOf(AnswerPurpose purpose) => purpose switch
    {
        AnswerPurpose.Question => CaseVerb.AskCitizen,
        AnswerPurpose.Apology => CaseVerb.Apologise,
        _ => CaseVerb.Answer,
    };

    private static AnswerResult.Held Hold(ChatbotDb db, Case matter, CaseAnswer answer, Guid click, DateTimeOffset now)
    {
        answer.Hold();
        db.Add(CaseEvent.Of(matter, CaseVerb.HoldAnswer, click, now, answer.Id.ToString()));
        return new AnswerResult.Held(answer.Id);
    }

    /// <summary>The bot does not talk into the official's conversation.</summary>
    private Task<int> QuietAsync(ChatbotDb db, Guid talk, DateTimeOffset now, CancellationToken ct)
    {
        var until = now + options.Value.OfficialSilence;
        return db.Set<Conversation>().Where(c => c.Id == talk && (c.SilentUntil == null || c.SilentUntil < until))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SilentUntil, until), ct);
    }
}
