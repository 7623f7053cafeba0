using Chatbot.Officials;

namespace Chatbot.Web.Console.Cases;

/// <summary>Who may do what with cases, always within the visitor's units.</summary>
internal static class CaseRights
{
    /// <summary>Reads citizens' talks; each reading is entered in the audit trail. An administrator could give these rights anyway, and must see that something waits.</summary>
    public const Right See = Right.HotlineAgent | Right.Supervisor | Right.Approver | Right.Administrator;

    /// <summary>Takes, answers, forwards, closes.</summary>
    public const Right Act = Right.HotlineAgent | Right.Supervisor;

    /// <summary>Gives cases to others, takes them away, blocks, keeps labels, texts and duty.</summary>
    public const Right Lead = Right.Supervisor;

    /// <summary>Reads what somebody else wrote and lets it go out.</summary>
    public const Right Approve = Right.Supervisor | Right.Approver;
}
