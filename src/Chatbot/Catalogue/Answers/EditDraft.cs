namespace Chatbot.Catalogue.Answers;

/// <summary>Changes the text. What was submitted or public is a draft again and leaves bot and public page; the same text changes nothing.</summary>
public sealed class EditDraft(AnswerDesk desk)
{
    public Task<AnswerAct> EditAsync(SeenAnswer seen, AnswerText written, AnswerActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, (db, answer) =>
        {
            var text = written.Tidied();
            if (!text.IsSound) return AnswerOutcome.Unsound;
            if (answer.Write(text, actor.OfficialId, desk.Now) is { } version) db.Add(version);
            return AnswerOutcome.Done;
        }, ct);
}
