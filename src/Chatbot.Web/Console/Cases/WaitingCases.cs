using Chatbot.Hotline.Inbox;
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
        new(title, hint, Count(await reader.OpenAsync(visitor, scope, ct), visitor.OfficialId), $"/console/cases?group={group}");

    protected abstract int Count(OpenCases open, Guid me);
}

internal sealed class WaitingNewsOfMine(InboxReader reader) : WaitingGroup(reader, InboxGroup.News, CasesTexts.WaitingMine, CasesTexts.WaitingMineHint)
{
    public override Right Any => CaseRights.Act;

    public override int Order => 10;

    protected override int Count(OpenCases open, Guid me) => open.Of(me).News;
}

internal sealed class WaitingOffered(InboxReader reader) : WaitingGroup(reader, InboxGroup.Offered, CasesTexts.WaitingOffered, CasesTexts.WaitingOfferedHint)
{
    public override Right Any => CaseRights.Act;

    public override int Order => 11;

    protected override int Count(OpenCases open, Guid me) => open.OfferedTo(me);
}

internal sealed class WaitingUnassigned(InboxReader reader) : WaitingGroup(reader, InboxGroup.Unassigned, CasesTexts.WaitingUnassigned, CasesTexts.WaitingUnassignedHint)
{
    public override Right Any => CaseRights.Act | Right.Administrator;

    public override int Order => 12;

    protected override int Count(OpenCases open, Guid me) => open.Unassigned;
}

internal sealed class WaitingLate(InboxReader reader) : WaitingGroup(reader, InboxGroup.Late, CasesTexts.WaitingLate, CasesTexts.WaitingLateHint)
{
    public override Right Any => CaseRights.See;

    public override int Order => 13;

    protected override int Count(OpenCases open, Guid me) => open.Late;
}

internal sealed class WaitingApproval(InboxReader reader) : WaitingGroup(reader, InboxGroup.Approval, CasesTexts.WaitingApproval, CasesTexts.WaitingApprovalHint)
{
    public override Right Any => CaseRights.Approve;

    public override int Order => 14;

    protected override int Count(OpenCases open, Guid me) => open.AwaitingApproval;
}
