namespace Chatbot.Catalogue.Answers;

/// <summary>Gives a submitted answer back to its editor with the reason.</summary>
public sealed class ReturnAnswer(AnswerDesk desk)
{
    public Task<AnswerAct> ReturnAsync(SeenAnswer seen, string remark, AnswerActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, (_, answer) => answer.Return(remark, desk.Now) ? AnswerOutcome.Done : AnswerOutcome.WrongState, ct);
}
