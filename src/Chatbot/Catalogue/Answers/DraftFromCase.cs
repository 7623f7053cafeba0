using Chatbot.Understanding.Masking;

namespace Chatbot.Catalogue.Answers;

/// <summary>Makes a draft of a case's question and answer, with everything personal masked. A second press finds the first draft.</summary>
public sealed class DraftFromCase(AnswerDesk desk)
{
    /// <param name="unitId">Must be one of the actor's.</param>
    /// <param name="caseId">Null: written without a case.</param>
    public async Task<AnswerAct> DraftAsync(Guid unitId, Guid? caseId, AnswerText written, AnswerActor actor, CancellationToken ct)
    {
        if (!actor.UnitIds.Contains(unitId)) return new AnswerAct(AnswerOutcome.Unknown, null);
        var keep = await desk.KeptAsync(unitId, ct);
        var (question, answer) = (PersonalDataMask.Shipped.Apply(written.Question, keep), PersonalDataMask.Shipped.Apply(written.Answer, keep));
        var text = (written with { Question = question.Text, Answer = answer.Text }).Tidied();
        if (!text.IsSound) return new AnswerAct(AnswerOutcome.Unsound, null);
        var draft = new PublishedAnswer { UnitId = unitId, OriginCaseId = caseId, AuthorId = actor.OfficialId, CreatedAt = desk.Now };
        var version = draft.Write(text, actor.OfficialId, desk.Now)!;
        if (await desk.AddAsync(draft, version, ct)) return new AnswerAct(AnswerOutcome.Done, draft) { InQuestion = question.Findings, InAnswer = answer.Findings };
        var first = await desk.OfCaseAsync(caseId!.Value, ct);
        return first is not null && actor.UnitIds.Contains(first.UnitId) ? new AnswerAct(AnswerOutcome.Done, first) : new AnswerAct(AnswerOutcome.Unknown, null);
    }
}
