namespace Chatbot.Catalogue.Answers;

/// <summary>A second person makes an answer public: the bot knows it within a minute, the public page at once. Binds to the text that was seen.</summary>
public sealed class ApproveAnswer(AnswerDesk desk)
{
    /// <param name="textHash"><see cref="PublishedAnswer.TextHash"/> of the text that the approver read.</param>
    public Task<AnswerAct> ApproveAsync(SeenAnswer seen, string textHash, AnswerActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, (_, answer) =>
        {
            if (answer.TextHash != textHash) return AnswerOutcome.ChangedMeanwhile;
            if (answer.IsOwnWorkOf(actor.OfficialId)) return AnswerOutcome.OwnWork;
            return answer.Approve(actor.OfficialId, actor.Name, desk.Now) ? AnswerOutcome.Done : AnswerOutcome.WrongState;
        }, ct);
}
