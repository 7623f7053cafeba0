using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>A pressed button goes to its dialog.</summary>
internal sealed class ButtonRouter(DialogSet dialogs)
{
    public Task PressAsync(BotTurn talk, Button button, CancellationToken ct)
    {
        switch (button)
        {
            case Button.Topic topic:
                dialogs.Procedure.Answer(talk, topic.Code, [topic.Aspect], topic.Page, confidence: 1);
                return Task.CompletedTask;
            case Button.Parts parts:
                dialogs.Procedure.Parts(talk, parts.Code);
                return Task.CompletedTask;
            case Button.Question question:
                dialogs.Faq.Answer(talk, question.FaqId, confidence: 1);
                return Task.CompletedTask;
            case Button.Plain { Action: ButtonAction.ShowData }:
                return dialogs.DataRights.ShowAsync(talk, ct);
            case Button.Plain plain:
                Press(talk, plain.Action);
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException("A button that leads nowhere");
        }
    }

    /// <summary>What works also while an official answers: nobody has to wait to stop, to leave or to come back.</summary>
    public static bool ActsInSilence(Button button) => button is Button.Plain
    {
        Action: ButtonAction.Back or ButtonAction.Stop or ButtonAction.Resume
            or ButtonAction.ShowData or ButtonAction.DeleteData or ButtonAction.ConfirmDeletion or ButtonAction.KeepData,
    };

    private void Press(BotTurn talk, ButtonAction action)
    {
        switch (action)
        {
            case ButtonAction.Start: dialogs.Greeting.Greet(talk); break;
            case ButtonAction.Common: dialogs.Greeting.Common(talk); break;
            case ButtonAction.Offices: dialogs.Offices.List(talk); break;
            case ButtonAction.Nearby: dialogs.Offices.AskPosition(talk); break;
            case ButtonAction.Dossier: dialogs.Dossier.Answer(talk, number: null); break;
            case ButtonAction.Person: dialogs.Handovers.AskedForPerson(talk); break;
            case ButtonAction.Back: dialogs.Handovers.Return(talk); break;
            case ButtonAction.Stop: dialogs.OptOut.Stop(talk); break;
            case ButtonAction.Resume: dialogs.OptOut.Resume(talk); break;
            case ButtonAction.DeleteData: dialogs.DataRights.AskToDelete(talk); break;
            case ButtonAction.ConfirmDeletion: ConfirmDeletion(talk); break;
            case ButtonAction.KeepData: dialogs.DataRights.Keep(talk); break;
            default: dialogs.Greeting.Menu(talk); break;
        }
    }

    // A confirmation pressed long after the question asks again: deleting is the one thing that an old button may not do at once.
    private void ConfirmDeletion(BotTurn talk)
    {
        if (talk.WasAwaited == Awaited.DeletionConfirmed) dialogs.DataRights.Delete(talk);
        else dialogs.DataRights.AskToDelete(talk);
    }
}
