using System.Globalization;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>What a button says when it is pressed. Everything needed is in the payload, so a button works months later.</summary>
/// <remarks>
/// Grammar, at most 200 characters: <c>#tt CODE [ASPECT [PAGE]]</c>, <c>#muc CODE</c> (all parts of a procedure), <c>#hoi FAQID</c>, <c>#dg TRACKINGCODE [QUESTION SCORE]</c>,
/// <c>#chude [PAGE]</c> (topics of the office's messages), <c>#nhantin TOPIC</c>, <c>#botin TOPIC</c>, or one word of <see cref="Words"/>. Words once used stay readable for ever; new meanings get new words.
/// </remarks>
public abstract record Button
{
    public const int LongestPayload = 200;

    private const string TopicsWord = "#chude";

    private static readonly Dictionary<string, ButtonAction> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["#batdau"] = ButtonAction.Start,
        ["#menu"] = ButtonAction.Menu,
        ["#thuonggap"] = ButtonAction.Common,
        ["#coquan"] = ButtonAction.Offices,
        ["#gan"] = ButtonAction.Nearby,
        ["#hoso"] = ButtonAction.Dossier,
        ["#gap"] = ButtonAction.Person,
        ["#quaylai"] = ButtonAction.Back,
        ["#dung"] = ButtonAction.Stop,
        ["#nhan"] = ButtonAction.Resume,
        ["#dulieu"] = ButtonAction.ShowData,
        ["#xoa"] = ButtonAction.DeleteData,
        ["#xoaco"] = ButtonAction.ConfirmDeletion,
        ["#xoakhong"] = ButtonAction.KeepData,
    };

    /// <summary>Other spellings that menus set up in the platforms' own consoles may carry.</summary>
    private static readonly Dictionary<string, ButtonAction> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GET_STARTED"] = ButtonAction.Start,
        ["#start"] = ButtonAction.Start,
        ["#tracuu"] = ButtonAction.Dossier,
        ["#canbo"] = ButtonAction.Person,
    };

    private static readonly Dictionary<ButtonAction, string> Payloads = Words.ToDictionary(word => word.Value, word => word.Key);

    private Button() { }

    /// <summary>One part of a procedure; <paramref name="Page"/> counts from 0.</summary>
    public sealed record Topic(string Code, Aspect Aspect, int Page = 0) : Button;

    /// <summary>The list of a procedure's parts.</summary>
    public sealed record Parts(string Code) : Button;

    public sealed record Question(string FaqId) : Button;

    /// <summary>The survey of a case; number of the question and score; both 0: its beginning.</summary>
    public sealed record Rate(string Code, int Number, int Score) : Button;

    /// <summary>The topics of the office's messages; <paramref name="Page"/> counts from 0.</summary>
    public sealed record Topics(int Page = 0) : Button;

    /// <summary>Messages about a topic, by its code: wanted or refused.</summary>
    public sealed record News(string About, bool IsWanted) : Button;

    public sealed record Plain(ButtonAction Action) : Button;

    /// <returns>Null: not a payload of ours, so it is text that somebody typed.</returns>
    public static Button? Read(string payload)
    {
        var parts = payload.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || payload.Length > LongestPayload) return null;
        if (parts.Length == 1 && parts[0].Equals(TopicsWord, StringComparison.OrdinalIgnoreCase)) return new Topics();
        if (parts.Length == 1) return Words.TryGetValue(parts[0], out var action) || Aliases.TryGetValue(parts[0], out action) ? new Plain(action) : null;
        return parts[0].ToLowerInvariant() switch
        {
            "#tt" => ReadTopic(parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            "#muc" => new Parts(parts[1]),
            "#hoi" => new Question(parts[1]),
            TopicsWord => new Topics(PageOf(parts[1])),
            "#nhantin" => new News(parts[1], IsWanted: true),
            "#botin" => new News(parts[1], IsWanted: false),
            "#dg" => ReadRate(parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            _ => null,
        };
    }

    /// <returns>The payload; the menu's when an imported id is too long for a button.</returns>
    public string Write()
    {
        var payload = this switch
        {
            Topic { Page: 0 } topic => $"#tt {topic.Code} {Wire.Name(topic.Aspect)}",
            Topic topic => string.Create(CultureInfo.InvariantCulture, $"#tt {topic.Code} {Wire.Name(topic.Aspect)} {topic.Page + 1}"),
            Parts parts => $"#muc {parts.Code}",
            Question question => $"#hoi {question.FaqId}",
            Rate { Score: 0 } rate => $"#dg {rate.Code}",
            Rate rate => string.Create(CultureInfo.InvariantCulture, $"#dg {rate.Code} {rate.Number} {rate.Score}"),
            Topics { Page: 0 } => TopicsWord,
            Topics topics => string.Create(CultureInfo.InvariantCulture, $"{TopicsWord} {topics.Page + 1}"),
            News news => $"{(news.IsWanted ? "#nhantin" : "#botin")} {news.About}",
            Plain plain => Payloads[plain.Action],
            _ => throw new InvalidOperationException("A button without a payload"),
        };
        return payload.Length <= LongestPayload ? payload : Payloads[ButtonAction.Menu];
    }

    private static Topic ReadTopic(string[] words)
    {
        var aspect = words.Length > 1 ? AspectOf(words[1]) : Aspect.General;
        return new Topic(words[0], aspect, words.Length > 2 ? PageOf(words[2]) : 0);
    }

    private static int PageOf(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number - 1, 0) : 0;

    private static Rate ReadRate(string[] words) =>
        words.Length == 3 && words[1] is [>= '1' and <= '5'] && words[2] is [>= '1' and <= '5']
            ? new Rate(words[0], words[1][0] - '0', words[2][0] - '0')
            : new Rate(words[0], 0, 0);

    private static Aspect AspectOf(string name) =>
        Enum.GetValues<Aspect>().FirstOrDefault(aspect => Wire.Name(aspect).Equals(name, StringComparison.OrdinalIgnoreCase), Aspect.General);
}

/// <summary>Buttons that need no argument.</summary>
public enum ButtonAction
{
    Start, Menu, Common, Offices, Nearby, Dossier, Person, Back, Stop, Resume, ShowData, DeleteData, ConfirmDeletion, KeepData,
}
