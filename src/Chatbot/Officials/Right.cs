namespace Chatbot.Officials;

/// <summary>What an official may do; combined freely. Stored as a number: the values never change.</summary>
[Flags]
public enum Right
{
    None = 0,

    /// <summary>Officials, units, settings.</summary>
    Administrator = 1,

    /// <summary>Writes published answers, campaigns and other texts.</summary>
    Editor = 2,

    /// <summary>Approves what somebody else wrote.</summary>
    Approver = 4,

    CampaignSender = 8,

    /// <summary>Answers citizens.</summary>
    HotlineAgent = 16,

    /// <summary>Assigns cases, sees everybody's work in the unit.</summary>
    Supervisor = 32,

    CatalogueEditor = 64,

    /// <summary>Reads the audit trail.</summary>
    Auditor = 128,

    /// <summary>Passes prepared texts on; changes nothing.</summary>
    ShareOnly = 256,
}

public static class Rights
{
    public const Right All = Right.Administrator | Right.Editor | Right.Approver | Right.CampaignSender | Right.HotlineAgent
        | Right.Supervisor | Right.CatalogueEditor | Right.Auditor | Right.ShareOnly;

    /// <summary>Each of them alone, in the order in which people see them.</summary>
    public static IReadOnlyList<Right> Each { get; } = [.. Enum.GetValues<Right>().Where(right => right != Right.None)];

    /// <summary>Whether at least one of the wanted rights is there.</summary>
    public static bool HasAny(this Right rights, Right wanted) => (rights & wanted) != 0;
}
