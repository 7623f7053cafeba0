using Chatbot.Conversations.Dialogs;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>A pressed button goes to its dialog.</summary>
internal sealed class ButtonRouter(Handovers handovers, DataRights rights, Satisfactions satisfactions, OutreachTopics topics)
{
    public Task PressAsync(BotTurn talk, Button button, CancellationToken ct)
    {
        switch (button)
        {
            case Button.Topic topic:
                ProcedureAnswer.Answer(talk, topic.Code, [topic.Aspect], topic.Page, confidence: 1);
                return Task.CompletedTask;
            case Button.Parts parts:
                ProcedureAnswer.Parts(talk, parts.Code);
                return Task.CompletedTask;
            case Button.Question question:
                Faq.Answer(talk, question.FaqId, confidence: 1);
                return Task.CompletedTask;
            case Button.Rate rate:
                return satisfactions.PressAsync(talk, rate, ct);
            case Button.Topics or Button.News:
                return topics.PressAsync(talk, button, ct);
            case Button.Plain { Action: ButtonAction.ShowData }:
                return rights.ShowAsync(talk, ct);
            case Button.Plain plain:
                Press(talk, plain.Action);
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException("A button that leads nowhere");
        }
    }

    /// <summary>What works also while an official answers: nobody has to wait to stop, to leave or to come back.</summary>
    public static bool ActsInSilence(Button button) => button is Button.Rate or Button.News { IsWanted: false } or Button.Plain
    {
        Action: ButtonAction.Back or ButtonAction.Stop or ButtonAction.Resume
            or ButtonAction.ShowData or ButtonAction.DeleteData or ButtonAction.ConfirmDeletion or ButtonAction.KeepData,
    };

    private void Press(BotTurn talk, ButtonAction action)
    {
        switch (action)
        {
            case ButtonAction.Start: Greeting.Greet(talk); break;
            case ButtonAction.Common: Greeting.Common(talk); break;
            case ButtonAction.Offices: OfficeNearby.List(talk); break;
            case ButtonAction.Nearby: OfficeNearby.AskPosition(talk); break;
            case ButtonAction.Dossier: DossierStatus.Answer(talk, number: null); break;
            case ButtonAction.Person: handovers.AskedForPerson(talk); break;
            case ButtonAction.Back: Handovers.Return(talk); break;
            case ButtonAction.Stop: OptOut.Stop(talk); break;
            case ButtonAction.Resume: OptOut.Resume(talk); break;
            case ButtonAction.DeleteData: DataRights.AskToDelete(talk); break;
            case ButtonAction.ConfirmDeletion: ConfirmDeletion(talk); break;
            case ButtonAction.KeepData: DataRights.Keep(talk); break;
            default: Greeting.Menu(talk); break;
        }
    }

    // A confirmation pressed long after the question asks again: deleting is the one thing that an old button may not do at once.
    private static void ConfirmDeletion(BotTurn talk)
    {
        if (talk.WasAwaited == Awaited.DeletionConfirmed) DataRights.Delete(talk);
        else DataRights.AskToDelete(talk);
    }
}
