namespace Chatbot.Hotline.Cases;

/// <summary>What a matter is in law. Question: hỏi đáp; Petition: phản ánh, kiến nghị; Conduct: thái độ, tác phong của cán bộ; Complaint: khiếu nại;
/// Denunciation: tố cáo; DataRights: yêu cầu về dữ liệu cá nhân.</summary>
public enum CaseKind { Question, Petition, Conduct, Complaint, Denunciation, DataRights }

/// <summary>Why a person must answer. NoAnswer: the bot found nothing; Failed: it broke; TitleOnly: the catalogue holds a title and a link only.</summary>
public enum CaseOrigin { AskedForPerson, Complaint, NoAnswer, Failed, TitleOnly }

/// <summary>Forwarded: with another office, where nobody has taken it yet. Reopened: waits as if new.</summary>
public enum CaseState { New, Assigned, InProgress, WaitingForCitizen, Forwarded, Answered, Closed, Reopened }

/// <summary>How it ended.</summary>
public enum CaseEnd { Resolved, Withdrawn, Duplicate, NotOurs, Spam }

/// <summary>What can be done with a matter. Those up to Reopen move it along <see cref="CaseFlow"/>; the others only leave a trace.</summary>
public enum CaseVerb
{
    Open, Assign, Release, Start, AskCitizen, CitizenWrote, Forward, SendBack, Answer, Close, Reopen,
    ConfirmKind, Extend, Warn, Note, Label, Unlabel, Draft, SubmitAnswer, ApproveAnswer, ReturnAnswer, HoldAnswer, OfferAnswer, Attach,
    MergeCitizen, SplitCitizen, Block, Unblock, HandBack, Survey, Apologise,
}

/// <summary>What became of a wish to change a matter.</summary>
public enum CaseOutcome
{
    Done,

    /// <summary>There is no such matter, or not for this person.</summary>
    Unknown,

    /// <summary>Not from the state in which it is now; somebody may have been faster.</summary>
    WrongState,

    /// <summary>Another official answers it.</summary>
    TakenByAnother,

    /// <summary>The rule of its kind allows no (further) extension.</summary>
    NoExtension,

    /// <summary>The author of an answer may not approve it.</summary>
    OwnWork,

    /// <summary>Something that was given is empty, too long or does not exist.</summary>
    Invalid,
}
