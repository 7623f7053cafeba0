namespace Chatbot.Catalogue.Answers;

/// <summary>Takes a public answer off bot, page and feed; one person is enough, for a wrong answer must go at once.</summary>
public sealed class WithdrawAnswer(AnswerDesk desk)
{
    public Task<AnswerAct> WithdrawAsync(SeenAnswer seen, string remark, AnswerActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, (_, answer) => answer.Withdraw(remark, desk.Now) ? AnswerOutcome.Done : AnswerOutcome.WrongState, ct);
}
