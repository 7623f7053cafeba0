using static Chatbot.Hotline.Cases.CaseState;
using static Chatbot.Hotline.Cases.CaseVerb;

namespace Chatbot.Hotline.Cases;

/// <summary>Which verb leads from which state to which: the whole life of a case on one page.</summary>
public static class CaseFlow
{
    /// <returns>Null: not possible from there.</returns>
    public static CaseState? Next(CaseState from, CaseVerb verb) => verb switch
    {
        Assign => from is Answered or Closed ? null : Assigned,
        Release => from is Assigned or InProgress or WaitingForCitizen ? New : null,
        Start => from is Assigned or WaitingForCitizen or Answered ? InProgress : null,
        AskCitizen => from is Assigned or InProgress or Answered ? WaitingForCitizen : null,
        CitizenWrote => from == WaitingForCitizen ? InProgress : null,
        Forward => from is Answered or Closed ? null : Forwarded,
        SendBack => from is Answered or Closed ? null : New,
        Answer => from is Assigned or InProgress or WaitingForCitizen or Answered ? Answered : null,
        Close => from == Closed ? null : Closed,
        Reopen => from is Answered or Closed ? Reopened : null,
        _ => null,
    };
}
