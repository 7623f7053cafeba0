using System.Security.Cryptography;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Understanding.Text;

namespace Chatbot.Catalogue.Answers;

/// <summary>A question of citizens with the office's answer ("Dân hỏi – chính quyền trả lời"): written by one official, approved by another, then said by the bot and shown to everybody.</summary>
/// <remarks>An approval binds to <see cref="TextHash"/>: whatever changes the text takes the answer back to a draft. The database refuses an approval by author or editor.</remarks>
public sealed class PublishedAnswer : IOfUnit, IAudited
{
    private const string CodeLetters = "23456789abcdefghjkmnpqrstvwxyz";   // none that look alike
    private const int CodeLength = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    /// <summary>Short name in the public address; unique, never changes.</summary>
    public string Code { get; private init; } = RandomNumberGenerator.GetString(CodeLetters, CodeLength);

    public AnswerStatus Status { get; private set; } = AnswerStatus.Draft;

    public string Question { get; private set; } = "";

    /// <summary>Other ways in which people ask it, one a line; the bot listens for them, nobody reads them.</summary>
    public string OtherQuestions { get; private set; } = "";

    public string Answer { get; private set; } = "";

    /// <summary>Document or office that the answer rests on.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Empty: no page.</summary>
    public string SourceUrl { get; private set; } = "";

    public string Field { get; private set; } = "";

    /// <summary>Null: belongs to no single procedure.</summary>
    public string? ProcedureCode { get; private set; }

    /// <summary>First day in Vietnam; null: at once.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day in Vietnam; null: no end known.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Task, criterion and reporting period of the plan that this answer counts for; null: none.</summary>
    public string? PlanTask { get; private set; }

    public string? PlanCriterion { get; private set; }

    public string? PlanPeriod { get; private set; }

    /// <summary>Case that it came from; null: written without one. One case gives one answer.</summary>
    public Guid? OriginCaseId { get; init; }

    /// <summary>Official who made the draft.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>Official who last changed the text; null: nobody since the draft.</summary>
    public Guid? EditorId { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Official who looked at what seems personal in the text and left it in, such as the name of a minister; null: nothing seemed so.</summary>
    public Guid? PersonalDataKeptBy { get; private set; }

    public Guid? ApproverId { get; private set; }

    /// <summary>Name and office of the approver as it was on that day; citizens read it.</summary>
    public string ApproverName { get; private set; } = "";

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Text that was approved; null: none is.</summary>
    public string? ApprovedHash { get; private set; }

    /// <summary>Why it was returned or withdrawn, for the next editor.</summary>
    public string Remark { get; private set; } = "";

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>1, 2, 3 … with each change of the text.</summary>
    public int Version { get; private set; }

    /// <summary>Row of that version in <see cref="AnswerVersion"/>.</summary>
    [Unaudited] public Guid VersionId { get; private set; }

    /// <summary>SHA-256 of everything that a citizen could read, hex.</summary>
    [Unaudited] public string TextHash { get; private set; } = "";

    /// <summary>Question, answer and field in small letters without accents, for the search of the public page.</summary>
    [Unaudited] public string SearchText { get; private set; } = "";

    /// <summary>Grows with every act; whoever acts on an older one is told that somebody else was faster.</summary>
    [Unaudited] public int Revision { get; private set; } = 1;

    /// <summary>Grows with every publication and every end of one; their sum tells the bot that something changed.</summary>
    [Unaudited] public int Publications { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    [Unaudited] public DateTimeOffset ChangedAt { get; private set; }

    Guid IAudited.AuditUnitId => UnitId;

    /// <summary>Takes the text and makes a version of it; a text that was submitted or public is a draft again. The same text changes nothing.</summary>
    /// <returns>Null: nothing changed.</returns>
    public AnswerVersion? Write(AnswerText text, Guid officialId, DateTimeOffset now)
    {
        var hash = text.Hash();
        if (hash == TextHash) return null;
        Take(text);
        (TextHash, Version, VersionId) = (hash, Version + 1, Guid.CreateVersion7());
        if (Version > 1) EditorId = officialId;
        Unapprove();
        Become(AnswerStatus.Draft, now);
        return AnswerVersion.Of(this, officialId, now);
    }

    /// <returns>False: not a draft, or nothing to read in it.</returns>
    public bool Submit(Guid? personalDataKeptBy, DateTimeOffset now)
    {
        if (Status is not (AnswerStatus.Draft or AnswerStatus.Returned or AnswerStatus.Withdrawn) || Question.Length == 0 || Answer.Length == 0) return false;
        (SubmittedAt, PersonalDataKeptBy, Remark) = (now, personalDataKeptBy, "");
        Become(AnswerStatus.Submitted, now);
        return true;
    }

    /// <summary>Author and editor are not asked to judge their own work.</summary>
    public bool IsOwnWorkOf(Guid officialId) => officialId == AuthorId || officialId == EditorId;

    /// <summary>Makes it public from <see cref="ValidFrom"/> on.</summary>
    /// <returns>False: not submitted, or the approver wrote it.</returns>
    public bool Approve(Guid officialId, string officialName, DateTimeOffset now)
    {
        if (Status != AnswerStatus.Submitted || IsOwnWorkOf(officialId)) return false;
        (ApproverId, ApproverName, ApprovedAt, ApprovedHash, WithdrawnAt) = (officialId, officialName, now, TextHash, null);
        Become(AnswerStatus.Published, now);
        return true;
    }

    /// <returns>False: not submitted.</returns>
    public bool Return(string remark, DateTimeOffset now)
    {
        if (Status != AnswerStatus.Submitted) return false;
        Remark = remark;
        Become(AnswerStatus.Returned, now);
        return true;
    }

    /// <returns>False: not public.</returns>
    public bool Withdraw(string remark, DateTimeOffset now)
    {
        if (Status != AnswerStatus.Published) return false;
        (Remark, WithdrawnAt) = (remark, now);
        Unapprove();
        Become(AnswerStatus.Withdrawn, now);
        return true;
    }

    private void Take(AnswerText text)
    {
        (Question, OtherQuestions, Answer, Source, SourceUrl) = (text.Question, text.OtherQuestions, text.Answer, text.Source, text.SourceUrl);
        (Field, ProcedureCode, ValidFrom, ValidUntil) = (text.Field, text.ProcedureCode, text.ValidFrom, text.ValidUntil);
        (PlanTask, PlanCriterion, PlanPeriod) = (text.PlanTask, text.PlanCriterion, text.PlanPeriod);
        SearchText = Searchable($"{Question}\n{Answer}\n{Field}");
    }

    /// <summary>As <see cref="SearchText"/> is written.</summary>
    public static string Searchable(string text) => Letters.Fold(VietnameseText.Normalise(text));

    /// <summary>What somebody looks for, word by word as <see cref="SearchText"/> is written; beyond eight words nothing is narrowed down further.</summary>
    public static IEnumerable<string> SearchWords(string search) => Searchable(search).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(MostSearchWords);

    private const int MostSearchWords = 8;

    private void Unapprove() => (ApproverId, ApproverName, ApprovedAt, ApprovedHash, PersonalDataKeptBy) = (null, "", null, null, null);

    private void Become(AnswerStatus status, DateTimeOffset now)
    {
        if (Status == AnswerStatus.Published != (status == AnswerStatus.Published)) Publications++;
        (Status, ChangedAt) = (status, now);
        Revision++;
    }
}

/// <summary>Returned: the approver wants it changed. Published: approved, and shown while valid.</summary>
public enum AnswerStatus { Draft, Submitted, Returned, Published, Withdrawn }
