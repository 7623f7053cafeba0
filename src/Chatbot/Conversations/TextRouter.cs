using System.Text.RegularExpressions;
using Chatbot.Conversations.Dialogs;
using Chatbot.Hotline;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>A written message goes to its dialog: first what answers the bot's own question, then what the words mean.</summary>
internal sealed partial class TextRouter(ButtonRouter buttons, Handovers handovers, CaseLookup status, DataRights rights, OutreachTopics topics, SecondOpinion opinion)
{
    private const int MostNeeds = 3;

    public async Task AnswerAsync(BotTurn talk, CancellationToken ct)
    {
        if (IsTakenByItsForm(talk) && HearsDanger(talk)) return;
        if (await SteersAsync(talk, ct)) return;
        if (CitizenWords.Shipped.Number(talk.Plain) is { } number && talk.OptionsBefore.Count > 0) await ChooseAsync(talk, number, ct);
        else if (CodeOutOfForce(talk) is { } code) ProcedureAnswer.Answer(talk, code, Aspect.General, confidence: 1);
        else Answer(talk, await opinion.OnAsync(talk, talk.Knowledge.Understand(talk.Text, talk.Topic), ct));
    }

    /// <summary>While an official answers, only danger, the way back, the opt-out and the citizen's rights over their data are heard.</summary>
    public async Task HearInSilenceAsync(BotTurn talk, CancellationToken ct)
    {
        if (HearsDanger(talk) || await SteersAsync(talk, ct)) return;
        var understood = talk.Knowledge.Understand(talk.Text, talk.Topic);
        if (understood.Command is Command.BackToBot or Command.StopMessages or Command.ResumeMessages or Command.DeleteMyData)
            Obey(talk, understood.Command.Value, understood.Confidence);
    }

    /// <summary>Danger is answered at once, whatever else is going on: an official answers, a message was corrected, the bot is broken.</summary>
    /// <returns>True: it was answered.</returns>
    public static bool HearsDanger(BotTurn talk)
    {
        if (talk.Text.Length == 0) return false;
        // A procedure's code would decide alone what the message is about.
        var understood = talk.Knowledge.Understand(WrittenCode().Replace(talk.Text, " "), previousCode: null);
        if (understood.Handling != Handling.Emergency) return false;
        Emergency.Answer(talk, understood.Emergency);
        return true;
    }

    /// <returns>True: it was answered.</returns>
    private async Task<bool> SteersAsync(BotTurn talk, CancellationToken ct)
    {
        var words = CitizenWords.Shipped;
        var isSilent = talk.Conversation.IsSilent(talk.Now);
        if (talk.WasAwaited == Awaited.DeletionConfirmed && AnswersDeletion(talk)) return true;
        if (talk.WasAsked && !isSilent && await SaysYesOrNoAsync(talk, ct)) return true;
        if (words.IsDeleteData(talk.Plain)) DataRights.AskToDelete(talk);
        else if (words.IsStop(talk.Plain) || (!talk.WasAsked && !isSilent && words.IsMaybeStop(talk.Plain))) OptOut.Stop(talk);
        else if (await topics.HearAsync(talk, ct)) return true;
        else if (words.IsResume(talk.Plain)) OptOut.Resume(talk);
        else if (words.IsShowData(talk.Plain)) await rights.ShowAsync(talk, ct);
        else if (words.IsBack(talk.Plain)) Handovers.Return(talk);
        else if (TrackingCode.Find(talk.Text) is { } code) await status.AnswerAsync(talk, code, ct);
        else if (talk.WasAwaited == Awaited.Matter && !isSilent && IsTheMatter(talk)) handovers.TellsTheMatter(talk);
        else if (words.IsWrong(talk.Plain) && !isSilent) Clarify.Correct(talk);
        else return false;
        return true;
    }

    /// <summary>A code in the message, or the bot's own question before it, would decide what the message is: danger must be looked for first.</summary>
    private static bool IsTakenByItsForm(BotTurn talk) =>
        talk.WasAwaited == Awaited.Matter || TrackingCode.Find(talk.Text) is not null || WrittenCode().IsMatch(talk.Text);

    /// <summary>Whatever is written after "về việc gì?" is the matter, unless it asks for the menu, says thanks or the like.</summary>
    private static bool IsTheMatter(BotTurn talk) =>
        talk.Knowledge.Understand(talk.Text, previousCode: null) is not { Handling: Handling.Smalltalk, Command: not (null or Command.TalkToPerson) };

    // "dung" may be "đúng" or "đừng": nothing is deleted on a word that may mean no.
    private static bool AnswersDeletion(BotTurn talk)
    {
        var words = CitizenWords.Shipped;
        if (words.IsMaybeStop(talk.Plain) && words.IsYes(talk.Plain)) DataRights.AskToDelete(talk);
        else if (words.IsMaybeStop(talk.Plain)) DataRights.Keep(talk);
        else if (words.IsYes(talk.Plain)) DataRights.Delete(talk);
        else return false;
        return true;
    }

    /// <summary>Yes to the one service that was offered, or to several, of which one must still be named; "huy" leaves the question.</summary>
    private async Task<bool> SaysYesOrNoAsync(BotTurn talk, CancellationToken ct)
    {
        var services = talk.OptionsBefore.Select(Button.Read).OfType<Button.Topic>().ToList();
        if (CitizenWords.Shipped.IsYes(talk.Plain) && services.Count == 1) await buttons.PressAsync(talk, services[0], ct);
        else if (CitizenWords.Shipped.IsYes(talk.Plain) && services.Count > 1) Clarify.WhichOne(talk, talk.OptionsBefore);
        else if (CitizenWords.Shipped.IsMaybeStop(talk.Plain)) Greeting.Menu(talk);
        else return false;
        return true;
    }

    private Task ChooseAsync(BotTurn talk, int number, CancellationToken ct)
    {
        if (number <= talk.OptionsBefore.Count && Button.Read(talk.OptionsBefore[number - 1]) is { } button) return buttons.PressAsync(talk, button, ct);
        Clarify.NumberOutside(talk, talk.OptionsBefore);
        return Task.CompletedTask;
    }

    private void Answer(BotTurn talk, Understood understood)
    {
        FormerPlaces.Tell(talk, understood);
        switch (understood.Handling)
        {
            case Handling.Emergency: Emergency.Answer(talk, understood.Emergency); break;
            case Handling.Complaint: handovers.Complaint(talk, understood.Confidence); break;
            case Handling.Escalate: Escalate(talk, understood); break;
            case Handling.Clarify: Clarify.Ask(talk, understood); break;
            case Handling.Faq when understood.FaqId is { } id: Faq.Answer(talk, id, understood.Confidence); break;
            case Handling.Procedure or Handling.Faq when understood.Candidates.Count > 0: Procedures(talk, understood); break;
            case Handling.Smalltalk: Obey(talk, understood.Command, understood.Confidence); break;
            default: OutOfScope.Answer(talk, understood.IsRecognised ? understood.Confidence : 0); break;
        }
        Remember(talk, understood);
        if (understood.Handling is Handling.Procedure or Handling.Faq or Handling.Clarify or Handling.OutOfScope) handovers.KeepQuestion(talk);
    }

    /// <summary>A written code of something that was replaced is answered by what became of it; the matcher knows only what can be applied for.</summary>
    private static string? CodeOutOfForce(BotTurn talk)
    {
        var code = WrittenCode().Match(talk.Text).Value;
        return code.Length > 0 && talk.Knowledge.Find(code) is { } procedure && !ProcedureAnswer.IsInForce(procedure, talk.Today) ? code : null;
    }

    [GeneratedRegex(@"(?<!\d)\d\.\d{6}(?!\d)")]
    private static partial Regex WrittenCode();

    private void Escalate(BotTurn talk, Understood understood)
    {
        if (understood.DossierNumber is { } number) DossierStatus.Answer(talk, number);
        else handovers.AskedForPerson(talk, understood.Confidence);
    }

    /// <summary>Two needs in one message are both answered: parts of one procedure on one card, another procedure on a card of its own.</summary>
    private static void Procedures(BotTurn talk, Understood understood)
    {
        var first = new Need(understood.Aspect, understood.Candidates);
        var needs = understood.MoreNeeds.Where(n => n.Candidates.Count > 0).Prepend(first).Take(MostNeeds);
        foreach (var same in needs.GroupBy(n => talk.Knowledge.SameService(n.Candidates[0].Code)[0]))
        {
            ProcedureAnswer.Answer(talk, same.First().Candidates[0].Code, [.. same.Select(n => n.Aspect)], page: 0, understood.Confidence);
        }
    }

    private void Obey(BotTurn talk, Command? command, double confidence)
    {
        switch (command)
        {
            case Command.Greeting: Greeting.Greet(talk); break;
            case Command.Menu: Greeting.Menu(talk); break;
            case Command.TalkToPerson: handovers.AskedForPerson(talk, confidence); break;
            case Command.BackToBot: Handovers.Return(talk); break;
            case Command.StopMessages: OptOut.Stop(talk); break;
            case Command.ResumeMessages: OptOut.Resume(talk); break;
            case Command.DeleteMyData: DataRights.AskToDelete(talk); break;
            default: SmallTalk.Answer(talk, command, confidence); break;
        }
    }

    private static void Remember(BotTurn talk, Understood understood) => talk.State = talk.State with
    {
        NextBest = [.. understood.Candidates.Skip(understood.Handling == Handling.Clarify ? 0 : 1).Take(Choices.Most).Select(c => c.Code)],
        LastFailed = understood.Handling == Handling.OutOfScope,
    };
}
