using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.After;

/// <summary>A late case is followed by an apology with reason, new date and the person in charge. A leader approves it; with that press it is sent, once.</summary>
/// <remarks>Approved, returned and withdrawn like any answer (<see cref="AnswerCase"/>); a unique index allows one standing apology a case.</remarks>
public sealed class DraftApology(CaseDesk desk, AnswerCase answers)
{
    /// <summary>Words that an official may still change before they are submitted.</summary>
    /// <returns>Null: there is no such case, or it is not late.</returns>
    public async Task<string?> ProposeAsync(Guid caseId, string reason, DateOnly newDate, string person, CancellationToken ct)
    {
        await using var db = await desk.ReadAsync(ct);
        var matter = await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId, ct);
        if (matter?.DueAt is not { } due || due >= (matter.AnsweredAt ?? desk.Now)) return null;
        return HotlineTexts.Apology(Day(due), reason.Trim().TrimEnd('.'), newDate.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), person.Trim());
    }

    /// <summary>Hands it to a leader.</summary>
    /// <returns>Refused with WrongState: the case is not late, or there is an apology already.</returns>
    public Task<AnswerResult> SubmitAsync(Guid caseId, Guid author, Guid requestId, string text, CancellationToken ct) =>
        answers.AnswerAsync(new AnswerRequest(caseId, author, requestId, text) { Purpose = AnswerPurpose.Apology }, ct);

    private static string Day(DateTimeOffset time) => WorkingCalendar.Local(time).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
