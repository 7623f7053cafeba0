using Chatbot.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Officials;

/// <summary>Who is invited.</summary>
public sealed record NewOfficial(string FullName, string UserName, Guid UnitId, Right Rights);

public abstract record InviteOutcome
{
    /// <param name="Token">Belongs into <see cref="Invitations.Path"/>; shown once.</param>
    public sealed record Invited(Guid OfficialId, string Token, DateTimeOffset ExpiresAt) : InviteOutcome;

    public sealed record Refused(InviteProblem Problem) : InviteOutcome;
}

public enum InviteProblem { NameTaken, NameInvalid, FullNameMissing, UnitUnknown, NoRights }

/// <summary>A new official, who chooses the password at a one-time link. Official and link are stored together or not at all.</summary>
public sealed class InviteOfficial(
    UserManager<Official> manager, ChatbotDb db, WriteGate gate, IOptions<OfficialsOptions> options, TimeProvider clock)
{
    private const int LongestName = 100;

    /// <param name="scope">Units into which the inviter may invite.</param>
    public async Task<InviteOutcome> RunAsync(NewOfficial person, UnitScope scope, CancellationToken ct)
    {
        if (person.FullName.Trim() is not { Length: > 0 and <= LongestName }) return No(InviteProblem.FullNameMissing);
        if (person.Rights == Right.None) return No(InviteProblem.NoRights);
        if (!scope.Holds(person.UnitId)) return No(InviteProblem.UnitUnknown);
        var now = clock.GetUtcNow();
        var official = new Official
        {
            FullName = person.FullName.Trim(),
            UserName = person.UserName.Trim(),
            UnitId = person.UnitId,
            Rights = person.Rights & Rights.All,
            CreatedAt = now,
        };
        var (token, invitation) = Invitations.New(official, InvitationKind.First, now, options.Value.InvitationLife);
        return await StoreAsync(official, invitation, ct) is { } problem ? No(problem) : new InviteOutcome.Invited(official.Id, token, invitation.ExpiresAt);
    }

    /// <returns>Null: stored.</returns>
    private async Task<InviteProblem?> StoreAsync(Official official, Invitation invitation, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        db.Add(invitation);
        try
        {
            var created = await manager.CreateAsync(official);   // saves both, in one transaction
            if (created.Succeeded) return null;
            db.ChangeTracker.Clear();
            return created.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? InviteProblem.NameTaken : InviteProblem.NameInvalid;
        }
        catch (DbUpdateException)   // somebody else took the name between look and write
        {
            db.ChangeTracker.Clear();
            return InviteProblem.NameTaken;
        }
    }

    private static InviteOutcome No(InviteProblem problem) => new InviteOutcome.Refused(problem);
}
