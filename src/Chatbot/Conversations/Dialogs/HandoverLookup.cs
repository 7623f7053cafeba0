using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Hotline;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Conversations.Dialogs;

/// <summary>"Tình trạng K7M-4PQX": what became of a matter or of a demand for deletion. Whoever holds the code sees its status and days, never what was asked.</summary>
internal sealed class HandoverLookup(IDbContextFactory<ChatbotDb> databases)
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
        var handover = await db.Set<Handover>().Where(h => h.TrackingCode == code && h.UnitId == talk.Conversation.UnitId)
            .Select(h => new Known(h.OpenedAt, h.DueAt, h.ClosedAt)).FirstOrDefaultAsync(ct);
        if (handover is not null) return Text(shown, handover);
        var demand = await db.Set<DeletionRequest>().Where(r => r.ConfirmationCode == code)
            .Select(r => new Known(r.RequestedAt, r.DueAt, r.DoneAt)).FirstOrDefaultAsync(ct);
        if (demand is null) return null;
        return demand.ClosedAt is { } done
            ? Texts.StatusDeletionDone(shown, Words.Day(demand.OpenedAt), Words.Day(done))
            : Texts.StatusDeletionOpen(shown, Words.Day(demand.OpenedAt));
    }

    private static string Text(string code, Known handover)
    {
        if (handover.ClosedAt is { } closed) return Texts.StatusClosed(code, Words.Day(handover.OpenedAt), Words.Day(closed));
        var open = Texts.StatusOpen(code, Words.Day(handover.OpenedAt));
        return handover.DueAt is { } due ? $"{open}\n{Texts.StatusDue(Words.Moment(due))}" : open;
    }

    private sealed record Known(DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt);
}
