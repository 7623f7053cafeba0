using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials;

/// <summary>While nobody can administer: a one-time link for the one who will. There is no password to begin with.</summary>
public sealed class FirstAdministrator(InviteOfficial invite, Invitations invitations, ChatbotDb db)
{
    public const string UserName = "quantri";
    private const string FullName = "Quản trị viên";

    /// <returns>The token of a new link; older ones stay open, as several processes may start at once. Null: somebody administers already.</returns>
    public async Task<string?> LinkAsync(CancellationToken ct)
    {
        if (await ChangeOfficial.AnyAdministratorAsync(db, ct)) return null;
        var all = new UnitScope(await db.Set<Unit>().Select(u => u.Id).ToListAsync(ct));
        if (await WaitingAsync(ct) is { } waiting) return await invitations.IssueAsync(waiting, InvitationKind.First, all, keepOlder: true, ct);
        var outcome = await invite.RunAsync(new NewOfficial(FullName, UserName, Unit.RootId, Right.Administrator | Right.Auditor), all, ct);
        if (outcome is InviteOutcome.Invited invited) return invited.Token;
        // Another process that started with us was first; its official gets the link.
        return await WaitingAsync(ct) is { } other ? await invitations.IssueAsync(other, InvitationKind.First, all, keepOlder: true, ct) : null;
    }

    private Task<Guid?> WaitingAsync(CancellationToken ct) =>
        db.Set<Official>().Where(o => o.LockedAt == null && o.PasswordHash == null && (o.Rights & Right.Administrator) != 0)
            .OrderBy(o => o.CreatedAt).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);
}
