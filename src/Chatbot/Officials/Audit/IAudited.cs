namespace Chatbot.Officials.Audit;

/// <summary>Every change of such an entity through <c>SaveChangesAsync</c> is entered in the audit trail, in the same transaction.
/// (What <c>ExecuteUpdate</c> changes is entered by the caller, with <see cref="AuditTrail.AppendAsync"/>.)
/// Numbers, times, ids and enums are entered with their values; of texts only that they changed, unless they are marked <see cref="AuditedTextAttribute"/>.</summary>
/// <remarks>Not for what the bot changes with each message: entries take turns.</remarks>
public interface IAudited
{
    Guid Id { get; }

    Guid AuditUnitId { get; }
}

/// <summary>A text that is no citizen's and no secret: the trail shows it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditedTextAttribute : Attribute;

/// <summary>Not worth an entry.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnauditedAttribute : Attribute;
