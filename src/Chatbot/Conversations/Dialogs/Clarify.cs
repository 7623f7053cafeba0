using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Asks back with two to four services; a press or a typed number chooses.</summary>
internal static class Clarify
{
    /// <summary>Titles may be whole names: where a channel's buttons are shorter, its renderer lists them with numbers in the text.</summary>
    private const int LongestTitle = 95;

    public static void Ask(BotTurn talk, Understood understood)
    {
        var services = Services(talk, understood.Candidates.Select(c => c.Code));
        if (services.Count == 0) AskAgain(talk, Texts.ClarifyNone);
        else if (services.Count == 1 && services[0].Code == talk.Topic) AskAgain(talk, Texts.ClarifyNone, Titled(services[0], services));
        else if (services.Count == 1) ProcedureAnswer.Answer(talk, services[0].Code, understood.Aspect, understood.Confidence);
        else Offer(talk, Texts.Clarify, services, understood.Aspect, understood.Confidence);
    }

    /// <summary>The citizen says that the last answer was the wrong one: what was close behind it is offered.</summary>
    public static void Correct(BotTurn talk)
    {
        var services = Services(talk, talk.State.NextBest);
        var aspect = talk.State.Aspect;
        talk.State = talk.State with { Procedure = null, NextBest = [] };
        if (services.Count == 0) AskAgain(talk, Texts.WrongNothing);
        else Offer(talk, Texts.Wrong, services, aspect, 0);
    }

    /// <summary>A number that the list does not have; the same choices stay valid.</summary>
    public static void NumberOutside(BotTurn talk, IReadOnlyList<string> options) => AskAgain(talk, Texts.NumberOutside(options.Count), options);

    /// <summary>"Yes" to several choices; the same choices stay valid.</summary>
    public static void WhichOne(BotTurn talk, IReadOnlyList<string> options) => AskAgain(talk, Texts.WhichOne(options.Count), options);

    private static void AskAgain(BotTurn talk, string text, IReadOnlyList<string> options)
    {
        talk.SayWithHotline(new OutboundMessage(text));
        talk.State = talk.State with { Options = options };
        talk.Await();
        talk.Answered(Handling.Clarify, 0);
    }

    /// <param name="talk">The turn.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="guess">What was talked about before, if that is meant; usually none.</param>
    private static void AskAgain(BotTurn talk, string text, params IReadOnlyList<Choice> guess)
    {
        talk.SayWithHotline(new OutboundMessage(text) { Choices = [.. guess, Choices.Plain(Texts.ButtonCommon, ButtonAction.Common), Choices.Person] });
        talk.Await();
        talk.Answered(Handling.Clarify, 0);
    }

    private static void Offer(BotTurn talk, string question, IReadOnlyList<Procedure> services, Aspect aspect, double confidence)
    {
        talk.SayWithHotline(new OutboundMessage(question)
        {
            Choices = [.. services.Select(p => Titled(p, services, aspect)), Choices.Person],
        });
        talk.Await();
        talk.Answered(Handling.Clarify, confidence);
    }

    private static Choice Titled(Procedure procedure, IReadOnlyList<Procedure> all, Aspect aspect = Aspect.General) =>
        Choices.Topic(Words.Cut(Name(procedure, all), LongestTitle), procedure.Code, aspect);

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
}
