using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Inbox;
using Chatbot.Officials;
using Chatbot.Web.Console.Lists;

namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>What a person asks of the list of cases, read from the address.</summary>
internal static class InboxQuestion
{
    private static readonly string[] Names = ["group", "state", "kind", "channel", "label", "unit", "who"];

    private static readonly CaseState[] Open = [.. Enum.GetValues<CaseState>().Where(state => state != CaseState.Closed)];

    public static ListQuery Read(HttpRequest request, string path) => ListQuery.Of(request, Names) with { Path = path };

    /// <param name="query">Names that are none leave nothing out.</param>
    /// <param name="visitor">Whose cases "mine" are.</param>
    /// <param name="scope">What may be seen; a unit outside of it finds nothing.</param>
    public static CaseFilter Filter(ListQuery query, Visitor visitor, UnitScope scope)
    {
        var all = new CaseFilter(Units(query, scope))
        {
            States = States(query), Kinds = Choice<CaseKind>(query, "kind") is { } kind ? [kind] : [], Channel = Choice<Channel>(query, "channel"),
            LabelId = Id(query, "label"), AssigneeId = Id(query, "who"), Search = query.Search, Sort = Sort(query), IsDescending = query.Descending, Page = query.Page - 1, Size = ListQuery.PageSize,
        };
        return Within(all, Group(query), visitor);
    }

    public static InboxGroup Group(ListQuery query) => Choice<InboxGroup>(query, "group") ?? InboxGroup.Open;

    /// <summary>Everybody sees other rows for the same address.</summary>
    public static bool IsOfVisitor(ListQuery query) => Group(query) is InboxGroup.Mine or InboxGroup.News or InboxGroup.Offered;

    private static CaseFilter Within(CaseFilter filter, InboxGroup group, Visitor visitor) => group switch
    {
        InboxGroup.Mine => filter with { AssigneeId = visitor.OfficialId },
        InboxGroup.Unassigned => filter with { IsUnassigned = true },
        InboxGroup.Late => filter with { IsLate = true },
        InboxGroup.Approval => filter with { AnswerState = AnswerState.AwaitingApproval },
        InboxGroup.News => filter with { AssigneeId = visitor.OfficialId, HasNews = true },
        InboxGroup.Offered => filter with { AssigneeId = visitor.OfficialId, AnswerState = AnswerState.Offered },
        _ => filter,
    };

    private static IReadOnlyCollection<CaseState> States(ListQuery query) =>
        Choice<CaseState>(query, "state") is { } state ? [state] : Group(query) == InboxGroup.All ? [] : Open;

    private static IReadOnlyList<Guid> Units(ListQuery query, UnitScope scope) =>
        Id(query, "unit") is not { } unit ? scope.UnitIds : scope.Holds(unit) ? [unit] : [];

    /// <summary>Keys of the columns; another one is the list's own order.</summary>
    private static CaseSort Sort(ListQuery query) => query.Sort switch
    {
        "code" => CaseSort.Code,
        "state" => CaseSort.State,
        "assignee" => CaseSort.Assignee,
        "due" => CaseSort.Due,
        "changed" => CaseSort.Changed,
        _ => CaseSort.Newest,
    };

    private static T? Choice<T>(ListQuery query, string name)
        where T : struct, Enum => Enum.TryParse<T>(query.Filter(name), ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : null;

    private static Guid? Id(ListQuery query, string name) => Guid.TryParse(query.Filter(name), out var id) ? id : null;
}

/// <summary>Groups above the list. News: mine, and the citizen has written. Offered: mine, with an answer that may be sent now.</summary>
public enum InboxGroup { Open, Mine, Unassigned, Late, Approval, All, News, Offered }
