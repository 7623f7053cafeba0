namespace Chatbot.Catalogue.Starter;

/// <summary>An everyday procedure of which only the facts on the portal's list ship: answered by link and handover.</summary>
internal sealed record TitleOnly(string Code, string Name, string Field, string Agency, string Performer, string Url, DateOnly Read)
{
    /// <summary>Empty when the source does not say.</summary>
    public required IReadOnlyList<AgencyLevel> Levels { get; init; }

    /// <summary>Decision that published it; empty when the source does not say.</summary>
    public required string Decision { get; init; }

    public Procedure ToProcedure() => new(Code, Name)
    {
        Field = Field,
        IssuingAgency = Agency,
        PerformingAgency = Performer,
        Levels = Levels,
        SourceUrl = Url,
        DecisionNumber = Decision,
        SourceDate = Read,
        Detail = Detail.TitleOnly,
    };
}
