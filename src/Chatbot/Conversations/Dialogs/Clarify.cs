using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Asks back with two to four services, shown by what tells them apart; a press or a typed number chooses.</summary>
internal sealed class Clarify(ProcedureAnswer answer)
{
    public void Ask(BotTurn talk, Understood understood)
    {
        var services = Services(talk, understood.Candidates.Select(c => c.Code));
        if (services.Count == 0) AskAgain(talk, Texts.ClarifyNone);
        else if (services.Count == 1) answer.Answer(talk, services[0].Code, understood.Aspect, understood.Confidence);
        else Offer(talk, Texts.Clarify, services, understood.Aspect, understood.Confidence);
    }

    /// <summary>The citizen says that the last answer was the wrong one: what was close behind it is offered.</summary>
    public void Correct(BotTurn talk)
    {
        var services = Services(talk, talk.State.NextBest);
        var aspect = talk.State.Aspect;
        talk.State = talk.State with { Procedure = null, NextBest = [] };
        if (services.Count == 0) AskAgain(talk, Texts.WrongNothing);
        else Offer(talk, Texts.Wrong, services, aspect, 0);
    }

    private static void AskAgain(BotTurn talk, string text)
    {
        talk.SayWithHotline(new OutboundMessage(text) { Choices = [Choices.Plain(Texts.ButtonCommon, ButtonAction.Common), Choices.Person] });
        talk.Answered(Handling.Clarify, 0);
    }

    private static void Offer(BotTurn talk, string question, IReadOnlyList<Procedure> services, Aspect aspect, double confidence)
    {
        var names = services.Select(p => Words.Cut(Name(p, services), 160)).ToList();
        var titles = Telling(names);
        var lines = names.Select((name, n) => Texts.ClarifyItem(n + 1, name));
        talk.SayWithHotline(new OutboundMessage($"{question}\n{string.Join('\n', lines)}")
        {
            Choices = [.. services.Select((p, n) => Choices.Topic(Texts.ClarifyItem(n + 1, titles[n]), p.Code, aspect)), Choices.Person],
        });
        talk.Answered(Handling.Clarify, confidence);
    }

    // One service under several codes is one choice.
    private static List<Procedure> Services(BotTurn talk, IEnumerable<string> codes)
    {
        var seen = new HashSet<string>();
        var services = new List<Procedure>();
        foreach (var code in codes)
        {
            if (services.Count == Choices.Most) break;
            if (talk.Knowledge.Find(code) is { } procedure && seen.Add(talk.Knowledge.SameService(code)[0])) services.Add(procedure);
        }
        return services;
    }

    private static string Name(Procedure procedure, IReadOnlyList<Procedure> all)
    {
        var name = Words.ShortName(Words.Line(procedure.Name));
        var isTwin = all.Count(p => Words.ShortName(Words.Line(p.Name)).Equals(name, StringComparison.OrdinalIgnoreCase)) > 1;
        return isTwin && procedure.Levels.Count > 0
            ? Texts.ClarifyLevel(name, string.Join(", ", procedure.Levels.Select(WhereSection.Level)))
            : name;
    }

    /// <summary>The names without the words with which all of them begin: a button has room for 20 characters, so it shows the difference.</summary>
    private static List<string> Telling(List<string> names)
    {
        var words = names.Select(name => name.Split(' ')).ToList();
        var common = 0;
        while (words.All(w => w.Length > common + 1) && words.All(w => w[common].Equals(words[0][common], StringComparison.OrdinalIgnoreCase))) common++;
        return [.. words.Select(w => Words.Capital(string.Join(' ', w.Skip(common))))];
    }
}
