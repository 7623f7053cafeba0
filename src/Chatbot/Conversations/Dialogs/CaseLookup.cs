using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Conversations.Dialogs;

/// <summary>"Tình trạng K7M-4PQX": what became of a matter or of a demand for deletion. A matter is told only in the talk that opened it, or in another
/// talk of the same citizen that an official has joined with it; never what was asked.</summary>
internal sealed class CaseLookup(IDbContextFactory<ChatbotDb> databases)
{
    public async Task AnswerAsync(BotTurn talk, string code, CancellationToken ct)
    {
        var shown = TrackingCode.Show(code);
        if (await TextAsync(talk, code, shown, ct) is { } text) talk.Say(text, Choices.Menu);
        else talk.SayWithHotline(new OutboundMessage(Texts.StatusUnknown(shown)) { Choices = [Choices.Person, Choices.Menu] });
        talk.Answered(Handling.Escalate);
    }

    private async Task<string?> TextAsync(BotTurn talk, string code, string shown, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var matter = await SameCitizen.CasesOf(db, talk.Conversation.Id).FirstOrDefaultAsync(c => c.TrackingCode == code, ct);
        if (matter is not null) return Text(talk, shown, matter, await HandlerAsync(db, talk, matter, ct));
        var demand = await db.Set<DeletionRequest>().Where(r => r.ConfirmationCode == code)
            .Select(r => new { r.RequestedAt, r.DoneAt }).FirstOrDefaultAsync(ct);
        if (demand is null) return null;
        return demand.DoneAt is { } done
            ? Texts.StatusDeletionDone(shown, Words.Day(demand.RequestedAt), Words.Day(done))
            : Texts.StatusDeletionOpen(shown, Words.Day(demand.RequestedAt));
    }

    private static async Task<string> HandlerAsync(ChatbotDb db, BotTurn talk, Case matter, CancellationToken ct) =>
        matter.HandlerUnitId == matter.UnitId
            ? talk.Here.OfficeName
            : await db.Set<Unit>().Where(u => u.Id == matter.HandlerUnitId).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? talk.Here.OfficeName;

    private static string Text(BotTurn talk, string code, Case matter, string handler)
    {
        var since = Words.Day(matter.OpenedAt);
        if (matter.ClosedAt is { } closed) return Texts.StatusClosed(code, since, Words.Day(closed));
        var state = matter.State switch
        {
            CaseState.Assigned or CaseState.InProgress => Texts.StatusInProgress(code, since, handler),
            CaseState.WaitingForCitizen => Texts.StatusWaiting(code, since, handler),
            CaseState.Forwarded => Texts.StatusForwarded(code, since, handler),
            CaseState.Answered => Texts.StatusAnswered(code, since, Words.Day(matter.AnsweredAt ?? talk.Now)),
            _ => Texts.StatusOpen(code, since),
        };
        return matter.IsUnanswered && matter.DueAt is { } due && DeadlineRules.Shipped.Find(matter.RuleId) is not { MustBeChecked: true }
            ? $"{state}\n{Texts.StatusDue(Words.Moment(due))}"
            : state;
    }
}
