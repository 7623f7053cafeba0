using Chatbot.Persistence;
using Chatbot.Understanding.Masking;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Answers;

/// <summary>Hands a draft to the approvers. What still looks personal must be taken out, or knowingly left in by name of the one who submits.</summary>
public sealed class SubmitAnswer(AnswerDesk desk, IDbContextFactory<ChatbotDb> databases)
{
    /// <param name="keepsPersonalData">The official has looked at the findings and they may stay.</param>
    public async Task<AnswerAct> SubmitAsync(SeenAnswer seen, bool keepsPersonalData, AnswerActor actor, CancellationToken ct)
    {
        var (inQuestion, inAnswer) = await FindingsAsync(seen.Id, ct);
        var seemsPersonal = inQuestion.Count + inAnswer.Count > 0;
        if (seemsPersonal && !keepsPersonalData) return new AnswerAct(AnswerOutcome.SeemsPersonal, null) { InQuestion = inQuestion, InAnswer = inAnswer };
        return await desk.ActAsync(seen, actor,
            (_, answer) => answer.Submit(seemsPersonal ? actor.OfficialId : null, desk.Now) ? AnswerOutcome.Done : AnswerOutcome.WrongState, ct);
    }

    /// <summary>What looks personal in an answer's text, for the editor's and the approver's page.</summary>
    public async Task<(IReadOnlyList<Finding> InQuestion, IReadOnlyList<Finding> InAnswer)> FindingsAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var answer = await db.Set<PublishedAnswer>().FirstOrDefaultAsync(a => a.Id == id, ct);
        if (answer is null) return ([], []);
        var (question, text) = await LookAsync(answer, ct);
        return (question.Findings, text.Findings);
    }

    /// <summary>The same with the words in which it was found.</summary>
    public async Task<(Masked Question, Masked Answer)> LookAsync(PublishedAnswer answer, CancellationToken ct)
    {
        var keep = await desk.KeptAsync(answer.UnitId, ct);
        return (PersonalDataMask.Shipped.Apply(answer.Question, keep), PersonalDataMask.Shipped.Apply(answer.Answer, keep));
    }
}
