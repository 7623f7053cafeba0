using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Cases;

/// <summary>An official is done with a matter: it is closed, and the bot answers this citizen again.</summary>
public sealed class CloseCase(CaseDesk desk, ISecretBox box, IOptions<CaseOptions> options)
{
    /// <param name="caseId">The case.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="official">Null: the service itself, after the set time.</param>
    /// <param name="reason">In the official's words; empty: none.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<CaseOutcome> CloseAsync(Guid caseId, CaseEnd end, Guid? official, string reason, CancellationToken ct) =>
        desk.ChangeAsync(caseId, (db, matter, token) => CloseAsync(db, matter, end, official, reason, token), ct);

    internal async Task<CaseOutcome> CloseAsync(ChatbotDb db, Case matter, CaseEnd end, Guid? official, string reason, CancellationToken ct)
    {
        var now = desk.Now;
        if (!matter.Close(end, now)) return CaseOutcome.WrongState;
        db.Add(CaseEvent.Of(matter, CaseVerb.Close, official, now, end.ToString(), box.ProtectWords(reason)));
        await db.SaveChangesAsync(ct);
        await CaseDesk.LetGoAsync(db, matter, now + options.Value.KeepTalk, ct);
        return CaseOutcome.Done;
    }

    /// <summary>By the code that the citizen holds; for the command line.</summary>
    public async Task<Closing> CloseAsync(string written, CancellationToken ct)
    {
        if (TrackingCode.Read(written) is not { } code) return Closing.NotACode;
        await using var db = await desk.ReadAsync(ct);
        var id = await db.Set<Case>().Where(c => c.TrackingCode == code).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        if (id is null) return Closing.Unknown;
        return await CloseAsync(id.Value, CaseEnd.Resolved, official: null, reason: "", ct) == CaseOutcome.Done ? Closing.Done : Closing.WasClosed;
    }
}

public enum Closing { Done, WasClosed, Unknown, NotACode }
