using System.Globalization;
using System.Resources;

namespace Chatbot.Cli.Evaluation;

/// <summary>What the evaluation page says; the words are in <c>EvaluationTexts.resx</c>.</summary>
public static class EvaluationTexts
{
    private static readonly ResourceManager Resources = new(typeof(EvaluationTexts));

    public static string Title => Get(nameof(Title));
    public static string Intro(object procedures, object day) => Get(nameof(Intro), procedures, day);
    public static string HowToRead => Get(nameof(HowToRead));
    public static string Summary(object count, object share, object low, object high) => Get(nameof(Summary), count, share, low, high);
    public static string SummaryNoProcedures(object count) => Get(nameof(SummaryNoProcedures), count);
    public static string Speed(object median, object slow) => Get(nameof(Speed), median, slow);
    public static string Figures => Get(nameof(Figures));
    public static string What => Get(nameof(What));
    public static string Share => Get(nameof(Share));
    public static string Interval => Get(nameof(Interval));
    public static string Questions => Get(nameof(Questions));
    public static string First => Get(nameof(First));
    public static string Three => Get(nameof(Three));
    public static string Five => Get(nameof(Five));
    public static string HandlingRight => Get(nameof(HandlingRight));
    public static string AspectRight => Get(nameof(AspectRight));
    public static string AnsweredWrongly => Get(nameof(AnsweredWrongly));
    public static string AskedBack => Get(nameof(AskedBack));
    public static string Abstained => Get(nameof(Abstained));
    public static string FalseProcedure => Get(nameof(FalseProcedure));
    public static string Cried => Get(nameof(Cried));
    public static string ByHandling => Get(nameof(ByHandling));
    public static string ByStyle => Get(nameof(ByStyle));
    public static string ByField => Get(nameof(ByField));
    public static string NoField => Get(nameof(NoField));
    public static string Compared => Get(nameof(Compared));
    public static string ComparedHint => Get(nameof(ComparedHint));
    public static string Before => Get(nameof(Before));
    public static string Now => Get(nameof(Now));
    public static string Difference => Get(nameof(Difference));
    public static string Better => Get(nameof(Better));
    public static string Calibration => Get(nameof(Calibration));
    public static string CalibrationHint => Get(nameof(CalibrationHint));
    public static string Errors(object count) => Get(nameof(Errors), count);
    public static string ErrorsHint => Get(nameof(ErrorsHint));
    public static string Asked => Get(nameof(Asked));
    public static string Wanted => Get(nameof(Wanted));
    public static string Got => Get(nameof(Got));
    public static string HandlingProcedure => Get(nameof(HandlingProcedure));
    public static string HandlingFaq => Get(nameof(HandlingFaq));
    public static string HandlingSmalltalk => Get(nameof(HandlingSmalltalk));
    public static string HandlingClarify => Get(nameof(HandlingClarify));
    public static string HandlingOutOfScope => Get(nameof(HandlingOutOfScope));
    public static string HandlingEscalate => Get(nameof(HandlingEscalate));
    public static string HandlingComplaint => Get(nameof(HandlingComplaint));
    public static string HandlingEmergency => Get(nameof(HandlingEmergency));

    /// <returns>The style as files write it, where there are no words for it.</returns>
    public static string Style(string style) => Resources.GetString("Style_" + style, CultureInfo.InvariantCulture) ?? style;

    private static string Get(string name, params object[] values)
    {
        var text = Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"EvaluationTexts.resx has no entry {name}");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
