using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>The buttons that answers carry. Titles fit 20 characters, the shorter of the two channels.</summary>
internal static class Choices
{
    /// <summary>Both channels show this many beside one link.</summary>
    public const int Most = 4;

    private static readonly Aspect[] Order =
        [Aspect.Documents, Aspect.Fee, Aspect.Time, Aspect.Where, Aspect.Online, Aspect.Steps, Aspect.Form, Aspect.Legal];

    public static Choice Person => Plain(Texts.ButtonPerson, ButtonAction.Person);

    public static Choice Menu => Plain(Texts.ButtonMenu, ButtonAction.Menu);

    public static Choice Back => Plain(Texts.ButtonBack, ButtonAction.Back);

    public static Choice Plain(string title, ButtonAction action) => new(title, new Button.Plain(action).Write());

    public static Choice Topic(string title, string code, Aspect aspect) => new(title, new Button.Topic(code, aspect).Write());

    public static Choice Part(string code, Aspect aspect) => Topic(Title(aspect), code, aspect);

    /// <summary>The first parts that were not told yet, and the way to the rest.</summary>
    public static IReadOnlyList<Choice> OtherParts(string code, IReadOnlyCollection<Aspect> told, int room) =>
        [.. Order.Where(a => !told.Contains(a)).Take(room - 1).Select(a => Part(code, a)), new(Texts.ButtonMoreParts, new Button.Parts(code).Write())];

    public static IReadOnlyList<Choice> AllParts(string code) => [.. Order.Select(a => Part(code, a))];

    public static string Title(Aspect aspect) => aspect switch
    {
        Aspect.Documents => Texts.AspectDocuments,
        Aspect.Fee => Texts.AspectFee,
        Aspect.Time => Texts.AspectTime,
        Aspect.Where => Texts.AspectWhere,
        Aspect.Online => Texts.AspectOnline,
        Aspect.Steps => Texts.AspectSteps,
        Aspect.Form => Texts.AspectForm,
        Aspect.Legal => Texts.AspectLegal,
        Aspect.Status => Texts.AspectStatus,
        _ => Texts.AspectGeneral,
    };
}
