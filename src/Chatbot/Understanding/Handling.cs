namespace Chatbot.Understanding;

/// <summary>What the bot does with a message. Defined with examples in docs/handlings.md.</summary>
public enum Handling
{
    /// <summary>Answer from one procedure of the catalogue.</summary>
    Procedure,

    /// <summary>Answer from a frequently asked question that is not one procedure's own matter.</summary>
    Faq,

    /// <summary>Greeting, thanks, commands to the bot, and abuse at the bot, which is kept polite.</summary>
    Smalltalk,

    /// <summary>Ask back with two to four procedures that differ by what matters.</summary>
    Clarify,

    /// <summary>Off-topic, attempts to steer the bot, and other people's data.</summary>
    OutOfScope,

    /// <summary>Only a person can help: asked for, or one's own dossier without a number.</summary>
    Escalate,

    /// <summary>Khiếu nại, tố cáo, conduct of officials, reports from the street: a person always answers.</summary>
    Complaint,

    /// <summary>Danger now: 113, 114 or 115 come first.</summary>
    Emergency,
}

/// <summary>Number to call first.</summary>
public enum EmergencyLine
{
    Police = 113,
    Fire = 114,
    Ambulance = 115,
}

/// <summary>What the citizen wants of the bot itself rather than of the office.</summary>
public enum Command
{
    Greeting,
    Menu,
    Thanks,
    Goodbye,
    Abuse,
    TalkToPerson,
    BackToBot,
    StopMessages,
    ResumeMessages,
    DeleteMyData,
}

/// <summary>Which part of a procedure is asked for.</summary>
public enum Aspect
{
    General,
    Documents,
    Fee,
    Time,
    Where,
    Online,
    Steps,
    Form,
    Legal,
    Status,
}

/// <summary>The names that files and answers carry: snake_case, as the contract of <c>ask</c> says.</summary>
public static class Wire
{
    public static string Name(Handling handling) => handling == Handling.OutOfScope ? "out_of_scope" : Lower(handling.ToString());

    public static string Name(Aspect aspect) => Lower(aspect.ToString());

    /// <returns>null when the name is not one of the eight.</returns>
    public static Handling? HandlingOf(string name) =>
        Enum.GetValues<Handling>().Cast<Handling?>().FirstOrDefault(h => Name(h!.Value) == name);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
