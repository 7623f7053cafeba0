namespace Chatbot.Hotline.Inbox;

/// <summary>Open cases of some units, counted once for everybody who looks at them.</summary>
/// <param name="People">One row a person with open cases, and one for what nobody has.</param>
/// <param name="AwaitingApproval">Cases with an answer that a second person must let go out.</param>
/// <param name="Offered">By assignee: cases with an answer that could not be sent before and may be sent now.</param>
public sealed record OpenCases(IReadOnlyList<OpenCount> People, int AwaitingApproval, IReadOnlyDictionary<Guid, int> Offered)
{
    public int Open => People.Sum(p => p.Open);

    public int Late => People.Sum(p => p.Late);

    public int Unassigned => People.Where(p => p.AssigneeId is null).Sum(p => p.Open);

    public OpenCount Of(Guid official) => People.FirstOrDefault(p => p.AssigneeId == official) ?? new OpenCount(official, 0, 0, 0);

    public int OfferedTo(Guid official) => Offered.GetValueOrDefault(official);
}

/// <param name="AssigneeId">Null: nobody has them.</param>
/// <param name="Late">Past their deadline and not answered.</param>
/// <param name="News">The citizen has written since the assignee last looked.</param>
public sealed record OpenCount(Guid? AssigneeId, int Open, int Late, int News);
