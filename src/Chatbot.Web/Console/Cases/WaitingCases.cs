using Chatbot.Officials;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.FirstPage;

namespace Chatbot.Web.Console.Cases;

/// <summary>A group of the list of cases as a tile of the first page.</summary>
internal abstract class WaitingGroup(InboxReader reader, InboxGroup group, string title, string hint) : IWaiting
{
    public abstract Right Any { get; }

    public abstract int Order { get; }

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct) =>
        new(title, hint, await reader.CountAsync(group, visitor, scope, ct), $"/console/cases?group={group}");
}

internal sealed class WaitingNewsOfMine(InboxReader reader) : WaitingGroup(reader, InboxGroup.News, CasesTexts.WaitingMine, CasesTexts.WaitingMineHint)
{
    public override Right Any => CaseRights.Act;

    public override int Order => 10;
}

internal sealed class WaitingOffered(InboxReader reader) : WaitingGroup(reader, InboxGroup.Offered, CasesTexts.WaitingOffered, CasesTexts.WaitingOfferedHint)
{
    public override Right Any => CaseRights.Act;

    public override int Order => 11;
}

internal sealed class WaitingUnassigned(InboxReader reader) : WaitingGroup(reader, InboxGroup.Unassigned, CasesTexts.WaitingUnassigned, CasesTexts.WaitingUnassignedHint)
{
    public override Right Any => CaseRights.Act;

    public override int Order => 12;
}

internal sealed class WaitingLate(InboxReader reader) : WaitingGroup(reader, InboxGroup.Late, CasesTexts.WaitingLate, CasesTexts.WaitingLateHint)
{
    public override Right Any => CaseRights.See;

    public override int Order => 13;
}

internal sealed class WaitingApproval(InboxReader reader) : WaitingGroup(reader, InboxGroup.Approval, CasesTexts.WaitingApproval, CasesTexts.WaitingApprovalHint)
{
    public override Right Any => CaseRights.Approve;

    public override int Order => 14;
}
