using Chatbot.Hotline.Assigning;
using Chatbot.Messaging;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;

namespace Chatbot.Hotline.Cases;

/// <summary>What follows from a change of a case: who hears of it, and what the audit trail says of it. Read from what the change itself has added.</summary>
internal static class CaseTraces
{
    /// <summary>Both offices' lists, the case's page, and whoever was given a notice.</summary>
    public static IReadOnlyList<LiveChange> Heard(ChatbotDb db, Case matter, Guid handlerBefore) =>
    [
        LiveChange.Case(matter.Id), LiveChange.Conversation(matter.ConversationId),
        .. new[] { matter.UnitId, matter.HandlerUnitId, handlerBefore }.Distinct().Select(LiveChange.Unit),
        .. db.ChangeTracker.Entries<Notice>().Select(e => e.Entity.OfficialId).OfType<Guid>().Distinct().Select(LiveChange.Official),
    ];

    /// <summary>One record a step that an official took; the steps themselves stand in the case's history.</summary>
    public static IReadOnlyList<AuditRecord> Audited(ChatbotDb db, Guid unitId) =>
    [
        .. db.ChangeTracker.Entries<CaseEvent>().Select(e => e.Entity).Where(e => e.OfficialId is not null)
            .Select(e => new AuditRecord("case.changed", "case", e.CaseId.ToString(), unitId)
            {
                Details = new Dictionary<string, object?> { ["verb"] = e.Verb.ToString(), ["state"] = e.State.ToString() },
            }),
    ];
}
