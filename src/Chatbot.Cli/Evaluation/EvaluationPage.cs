using System.Globalization;
using System.Text;
using Chatbot.Understanding;

namespace Chatbot.Cli.Evaluation;

/// <summary>The page of <c>evaluate --html</c>: what an official needs to judge the matching, in one file that opens anywhere.</summary>
public sealed class EvaluationPage(IReadOnlyDictionary<string, string> titles, DateTimeOffset at)
{
    private const int MostErrors = 60;
    private const int MostGroups = 25;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private const string Style =
        """
        :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.3rem;margin-top:2.5rem}h3{font-size:1.1rem;margin-top:1.8rem}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #8884;vertical-align:top}th{font-weight:600}td.n,th.n{text-align:right;white-space:nowrap}
        svg{max-width:100%}.track{fill:#8882}.bar{fill:#2b6cb0}.few{fill:#8a94a3}.whisker{stroke:currentColor;stroke-width:1.5;fill:none}.line{stroke:#8889;stroke-dasharray:4 4}.point{fill:#2b6cb0;fill-opacity:.75}text{font-size:11px;fill:currentColor}
        .hint{color:#666}@media(prefers-color-scheme:dark){.hint{color:#aaa}.bar,.point{fill:#63a4e8}}.clear{font-weight:600}
        """;

    public string Write(IReadOnlyList<Evaluated> files)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append(Invariant($"<title>{Html.Text(EvaluationTexts.Title)}</title><style>{Style}</style></head><body>"))
            .Append(Invariant($"<h1>{Html.Text(EvaluationTexts.Title)}</h1><p>{Html.Text(EvaluationTexts.Intro(titles.Count.ToString("#,0", Vietnamese), at.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)))}</p>"))
            .Append(Invariant($"<p class=\"hint\">{Html.Text(EvaluationTexts.HowToRead)}</p>"));
        foreach (var file in files) File(page, file);
        return page.Append("</body></html>\n").ToString();
    }

    private void File(StringBuilder page, Evaluated file)
    {
        page.Append(Invariant($"<h2>{Html.Text(file.Name)}</h2><p>{Html.Text(Summary(file))}</p>"));
        Table(page, EvaluationTexts.Figures, Measure.All.Select(m => (m.Name, m.In(file.Outcomes))));
        Compared(page, file);
        Groups(page, EvaluationTexts.ByHandling, file.ByHandling, g => Measure.Handled.In(g), HandlingName);
        Groups(page, EvaluationTexts.ByStyle, file.ByStyle, g => Measure.First.In(g), EvaluationTexts.Style);
        Groups(page, EvaluationTexts.ByField, file.ByField, g => Measure.First.In(g), name => name.Length == 0 ? EvaluationTexts.NoField : name);
        Calibration(page, file);
        Errors(page, file);
    }

    private static string Summary(Evaluated file)
    {
        var times = file.Outcomes.Select(o => o.Micros).Order().ToArray();
        var speed = times.Length == 0 ? "" : " " + EvaluationTexts.Speed(Millis(times[times.Length / 2]), Millis(times[(int)(times.Length * 0.99)]));
        return Measure.First.In(file.Outcomes) is { } first
            ? EvaluationTexts.Summary(file.Outcomes.Count, Percent(first.Mean), Percent(first.Low), Percent(first.High)) + speed
            : EvaluationTexts.SummaryNoProcedures(file.Outcomes.Count) + speed;
    }

    private static void Groups(
        StringBuilder page, string heading, IEnumerable<IGrouping<string, Outcome>> groups, Func<IEnumerable<Outcome>, Figure?> figure, Func<string, string> name) =>
        Table(page, heading, groups.Take(MostGroups).Select(g => (name(g.Key), figure(g))));

    private static void Table(StringBuilder page, string heading, IEnumerable<(string Name, Figure? Figure)> rows)
    {
        var shown = rows.Where(r => r.Figure is not null).ToList();
        if (shown.Count == 0) return;
        page.Append(Invariant($"<h3>{Html.Text(heading)}</h3><table><thead><tr><th>{Html.Text(EvaluationTexts.What)}</th><th></th><th class=\"n\">{Html.Text(EvaluationTexts.Share)}</th><th class=\"n\">{Html.Text(EvaluationTexts.Interval)}</th><th class=\"n\">{Html.Text(EvaluationTexts.Questions)}</th></tr></thead><tbody>"));
        foreach (var (name, figure) in shown)
        {
            var interval = $"{Percent(figure!.Low)} – {Percent(figure.High)}";
            page.Append(Invariant($"<tr><td>{Html.Text(name)}</td><td>{Plot.Bar(figure, $"{name}: {Percent(figure.Mean)}")}</td><td class=\"n\">{Percent(figure.Mean)}</td><td class=\"n\">{interval}</td><td class=\"n\">{figure.Count}</td></tr>"));
        }
        page.Append("</tbody></table>");
    }

    private static void Compared(StringBuilder page, Evaluated file)
    {
        if (file.Against is not { } against) return;
        page.Append(Invariant($"<h3>{Html.Text(EvaluationTexts.Compared)}</h3><p class=\"hint\">{Html.Text(EvaluationTexts.ComparedHint)}</p><table><thead><tr><th>{Html.Text(EvaluationTexts.What)}</th><th class=\"n\">{Html.Text(EvaluationTexts.Before)}</th><th class=\"n\">{Html.Text(EvaluationTexts.Now)}</th><th class=\"n\">{Html.Text(EvaluationTexts.Difference)}</th><th class=\"n\">{Html.Text(EvaluationTexts.Better)}</th></tr></thead><tbody>"));
        foreach (var measure in Measure.All)
        {
            if (measure.Between(against, file.Outcomes) is not { } difference) continue;
            var better = measure.MoreIsBetter ? difference.ShareBetter : 1 - difference.ShareBetter;
            page.Append(Invariant($"<tr><td>{Html.Text(measure.Name)}</td><td class=\"n\">{Percent(measure.In(against)!.Mean)}</td><td class=\"n\">{Percent(measure.In(file.Outcomes)!.Mean)}</td><td class=\"n{(difference.IsClear ? " clear" : "")}\">{Points(difference.Mean)} ({Points(difference.Low)} … {Points(difference.High)})</td><td class=\"n\">{Percent(better)}</td></tr>"));
        }
        page.Append("</tbody></table>");
    }

    private static void Calibration(StringBuilder page, Evaluated file)
    {
        var answered = file.Outcomes.Where(o => o.IsProcedure && o.Understood.Candidates.Count > 0).ToList();
        if (answered.Count == 0) return;
        var bins = answered.GroupBy(o => Math.Min(9, (int)(o.Understood.Confidence * 10))).OrderBy(g => g.Key)
            .Select(g => (g.Average(o => o.Understood.Confidence), g.Average(o => o.FirstRank == 1 ? 1.0 : 0), g.Count())).ToList();
        page.Append(Invariant($"<h3>{Html.Text(EvaluationTexts.Calibration)}</h3><p class=\"hint\">{Html.Text(EvaluationTexts.CalibrationHint)}</p>{Plot.Calibration(bins, EvaluationTexts.Calibration)}"));
    }

    private void Errors(StringBuilder page, Evaluated file)
    {
        var errors = file.Errors.Take(MostErrors).ToList();
        if (errors.Count == 0) return;
        page.Append(Invariant($"<h3>{Html.Text(EvaluationTexts.Errors(file.Errors.Count()))}</h3><p class=\"hint\">{Html.Text(EvaluationTexts.ErrorsHint)}</p><table><thead><tr><th>{Html.Text(EvaluationTexts.Asked)}</th><th>{Html.Text(EvaluationTexts.Wanted)}</th><th>{Html.Text(EvaluationTexts.Got)}</th></tr></thead><tbody>"));
        foreach (var error in errors) page.Append(Invariant($"<tr><td>{Html.Text(error.Asked.Text)}</td><td>{Html.Text(Wanted(error))}</td><td>{Html.Text(Got(error))}</td></tr>"));
        page.Append("</tbody></table>");
    }

    private string Wanted(Outcome error) => error.Asked.Expected.Count > 0 ? Named(error.Asked.Expected[0]) : HandlingName(error.Asked.Handling ?? "");

    private string Got(Outcome error)
    {
        var handling = HandlingName(Wire.Name(error.Understood.Handling));
        return error.Understood.Candidates.Count == 0 ? handling : $"{handling}: {Named(error.Understood.Candidates[0].Code)}";
    }

    private string Named(string code) => titles.TryGetValue(code, out var title) ? $"{title} ({code})" : code;

    private static string HandlingName(string name) => Wire.HandlingOf(name) switch
    {
        Handling.Procedure => EvaluationTexts.HandlingProcedure,
        Handling.Faq => EvaluationTexts.HandlingFaq,
        Handling.Smalltalk => EvaluationTexts.HandlingSmalltalk,
        Handling.Clarify => EvaluationTexts.HandlingClarify,
        Handling.OutOfScope => EvaluationTexts.HandlingOutOfScope,
        Handling.Escalate => EvaluationTexts.HandlingEscalate,
        Handling.Complaint => EvaluationTexts.HandlingComplaint,
        Handling.Emergency => EvaluationTexts.HandlingEmergency,
        _ => name,
    };

    private static string Percent(double share) => (100 * share).ToString("0.0", Vietnamese) + "%";

    private static string Points(double difference) => (100 * difference).ToString("+0.0;−0.0;0.0", Vietnamese);

    private static string Millis(double micros) => (micros / 1_000).ToString("0.00", Vietnamese);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
