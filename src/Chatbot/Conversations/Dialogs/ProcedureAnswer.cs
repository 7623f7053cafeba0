using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations.Cards;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Dialogs;

/// <summary>Answers from one procedure: the parts asked for, the three lines, the source, then the way to the other parts.</summary>
internal static class ProcedureAnswer
{
    public static void Answer(BotTurn talk, string code, Aspect aspect, double confidence) => Answer(talk, code, [aspect], 0, confidence);

    public static void Answer(BotTurn talk, string code, IReadOnlyList<Aspect> aspects, int page, double confidence)
    {
        if (talk.Knowledge.Find(code) is not { } procedure) NotThere(talk);
        else if (!IsInForce(procedure, talk.Today)) TellStatus(talk, procedure, aspects[0], confidence);
        else if (aspects[0] == Aspect.Status) Dossier(talk, procedure, confidence);
        else if (procedure.Detail == Detail.TitleOnly) TellTitle(talk, procedure, aspects[0], confidence);
        else Tell(talk, procedure, [.. aspects.Distinct().Select(a => Section(talk, procedure, a, page))], confidence);
    }

    /// <summary>All parts to choose from.</summary>
    public static void Parts(BotTurn talk, string code)
    {
        if (talk.Knowledge.Find(code) is not { } procedure)
        {
            NotThere(talk);
            return;
        }
        talk.Say($"{Texts.PartsOf(CardTitle(talk, procedure))}\n\n{Footer(procedure)}", [.. Choices.AllParts(code), Choices.Person]);
        talk.AnsweredProcedure(Handling.Procedure, code, Aspect.General, 1);
    }

    private static void Tell(BotTurn talk, Procedure procedure, IReadOnlyList<Section> sections, double confidence)
    {
        var body = string.Join("\n\n", sections.Select(s => Headed(s, isAlone: sections.Count == 1)));
        var more = sections.SelectMany(s => s.More).Take(Choices.Most - 2).ToList();
        var message = new OutboundMessage($"{CardTitle(talk, procedure)}\n\n{body}\n\n{Footer(procedure)}")
        {
            Choices = [.. more, .. Choices.OtherParts(procedure.Code, [.. sections.Select(s => s.Aspect)], Choices.Most - more.Count)],
            Links = LinksOf(procedure, sections),
        };
        if (sections.All(s => s.IsKnown)) talk.Say(message);
        else talk.SayWithHotline(message);
        foreach (var section in sections) talk.AnsweredProcedure(Handling.Procedure, procedure.Code, section.Aspect, confidence);
    }

    /// <summary>What every answer about a procedure ends with.</summary>
    private static string Footer(Procedure procedure) => $"{Conveniences.Lines(procedure)}\n{Conveniences.Source(procedure)}";

    // "General information" above the general information says nothing.
    private static string Headed(Section section, bool isAlone) =>
        isAlone && section.Aspect == Aspect.General ? section.Text : $"{Texts.Heading(Choices.Title(section.Aspect))}\n{section.Text}";

    private static void TellTitle(BotTurn talk, Procedure procedure, Aspect aspect, double confidence)
    {
        var field = procedure.Field.Length > 0 ? procedure.Field : Texts.FieldUnknown;
        talk.SayWithHotline(new OutboundMessage(
            $"{Texts.TitleOnly(CardTitle(talk, procedure), field)}\n\n{Footer(procedure)}")
        {
            Choices = [Choices.Person, Choices.Menu],
            Links = LinksOf(procedure, []),
        });
        talk.AnsweredProcedure(Handling.Procedure, procedure.Code, aspect, confidence);
    }

    private static void TellStatus(BotTurn talk, Procedure procedure, Aspect aspect, double confidence)
    {
        var successor = talk.Knowledge.SuccessorOf(procedure.Code);
        talk.SayWithHotline(new OutboundMessage($"{StatusText(talk, procedure, successor)}\n{Conveniences.Source(procedure)}")
        {
            Choices = successor is null
                ? [Choices.Person, Choices.Menu]
                : [Choices.Topic(Texts.ButtonReplacement, successor.Code, aspect), Choices.Person, Choices.Menu],
            Links = LinksOf(procedure, []),
        });
        // Nothing of the procedure was told: the choice of what is in force is offered, or a person.
        talk.AnsweredProcedure(successor is null ? Handling.Escalate : Handling.Clarify, procedure.Code, aspect, confidence);
        // "Phí bao nhiêu" after this asks about what is in force.
        if (successor is not null) talk.State = talk.State with { Procedure = successor.Code };
    }

    private static string StatusText(BotTurn talk, Procedure procedure, Procedure? successor)
    {
        var card = CardTitle(talk, procedure);
        if (procedure.ValidFrom > talk.Today) return Texts.NotYet(card, Words.Day(procedure.ValidFrom.Value));
        if (successor is not null) return Texts.Replaced(card, Texts.CardTitle(Words.ShortName(successor.Name), successor.Code));
        if (procedure.ReplacedBy is { } code) return Texts.Replaced(card, code);
        if (procedure.Status == ProcedureStatus.Replaced) return Texts.ReplacedUnknown(card);
        return procedure.ValidUntil is { } last ? Texts.RepealedSince(card, Words.Day(last)) : Texts.Repealed(card);
    }

    /// <summary>May be answered today.</summary>
    public static bool IsInForce(Procedure procedure, DateOnly today) =>
        procedure.Status is ProcedureStatus.InForce or ProcedureStatus.Amended
        && !(procedure.ValidUntil < today) && !(procedure.ValidFrom > today);

    private static void Dossier(BotTurn talk, Procedure procedure, double confidence)
    {
        DossierStatus.Say(talk, number: null);
        talk.AnsweredProcedure(Handling.Escalate, procedure.Code, Aspect.Status, confidence);
    }

    private static void NotThere(BotTurn talk)
    {
        talk.SayWithHotline(new OutboundMessage(Texts.NotThere) { Choices = [Choices.Menu, Choices.Person] });
        talk.Answered(Handling.Clarify, 0);
    }

    private static Section Section(BotTurn talk, Procedure procedure, Aspect aspect, int page) => aspect switch
    {
        Aspect.Documents => DocumentsSection.Of(procedure, page),
        Aspect.Fee => MethodsSections.Fee(procedure),
        Aspect.Time => MethodsSections.Time(procedure),
        Aspect.Where => WhereSection.Of(procedure, talk.Here),
        Aspect.Online => TextSections.Online(procedure),
        Aspect.Steps => TextSections.Steps(procedure, page),
        Aspect.Form => TextSections.Forms(procedure),
        Aspect.Legal => TextSections.Legal(procedure),
        _ => TextSections.General(procedure),
    };

    private static string CardTitle(BotTurn talk, Procedure procedure)
    {
        var title = Texts.CardTitle(Words.ShortName(procedure.Name), procedure.Code);
        var siblings = talk.Knowledge.SameService(procedure.Code).Where(code => code != procedure.Code).Take(5).ToList();
        return siblings.Count == 0 ? title : $"{title}\n{Texts.SameService(string.Join(", ", siblings))}";
    }

    private static IReadOnlyList<Link> LinksOf(Procedure procedure, IReadOnlyList<Section> sections)
    {
        var forms = sections.SelectMany(s => s.Links);
        return procedure.SourceUrl.Length == 0 ? [.. forms] : [.. forms, new Link(Texts.LinkSource, procedure.SourceUrl)];
    }
}
