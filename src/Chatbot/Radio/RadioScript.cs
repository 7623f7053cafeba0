using System.Globalization;
using Chatbot.Catalogue.Answers;

namespace Chatbot.Radio;

/// <summary>An issue as it is read: every line is what the announcer says.</summary>
public sealed class RadioScript
{
    private readonly RadioOptions options;
    private readonly SpokenText speech;
    private readonly NumberWords numbers;

    private RadioScript(RadioIssue issue, string office, RadioOptions options)
    {
        (Issue, Office, this.options) = (issue, office, options);
        numbers = new(options.Thousand, options.Gap);
        speech = new(numbers);
    }

    public RadioIssue Issue { get; }

    /// <summary>Name of the unit.</summary>
    public string Office { get; }

    public IReadOnlyList<RadioLine> Lines { get; private set; } = [];

    public int Questions { get; private set; }

    /// <summary>Written syllables, which is what Vietnamese counts as words.</summary>
    public int WordCount => Lines.Sum(line => line.Text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length);

    public TimeSpan ReadingTime => TimeSpan.FromSeconds(Math.Round(60.0 * WordCount / options.WordsPerMinute));

    public int WordsPerMinute => options.WordsPerMinute;

    public static RadioScript Of(RadioIssue issue, string office, IReadOnlyList<AnswerVersion> answers, RadioOptions options)
    {
        var script = new RadioScript(issue, office, options) { Questions = answers.Count };
        script.Lines = [.. script.Opening(answers.Count), .. answers.SelectMany(script.Item), script.Line(0, 1, RadioTexts.Closing(office))];
        return script;
    }

    private IEnumerable<RadioLine> Opening(int count)
    {
        yield return Line(0, 1, RadioTexts.Greeting(Issue.Number, Issue.Day.ToString("'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture), Office));
        yield return Line(0, 2, RadioTexts.Intro(count));
    }

    private IEnumerable<RadioLine> Item(AnswerVersion answer, int index)
    {
        yield return Line(index + 1, 1, index == 0 ? RadioTexts.First : RadioTexts.Following(index + 1));
        foreach (var line in Paragraphs(answer.Question)) yield return Line(index + 1, 1, line);
        foreach (var line in Paragraphs(answer.Answer)) yield return Line(index + 1, 2, line);
        if (answer.Source.Length > 0) yield return Line(index + 1, 2, RadioTexts.Source(answer.Source.TrimEnd('.')));
    }

    private RadioLine Line(int item, int voice, string text) => new(item, options.TwoVoices ? voice : 1, speech.Of(text));

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Item">1, 2, 3 …: which question; 0: greeting and closing.</param>
/// <param name="Voice">1 asks and leads, 2 answers; always 1 when one voice reads.</param>
public sealed record RadioLine(int Item, int Voice, string Text);
