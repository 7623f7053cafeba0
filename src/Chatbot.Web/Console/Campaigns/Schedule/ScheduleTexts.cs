using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns.Schedule;

/// <summary>What the pages about when campaigns go out say; the words are in <c>ScheduleTexts.resx</c>.</summary>
public static class ScheduleTexts
{
    private static readonly ResourceManager Resources = new(typeof(ScheduleTexts));

    public static string Repeats => Resources.Text(nameof(Repeats));
    public static string RepeatsHint => Resources.Text(nameof(RepeatsHint));
    public static string RepeatsUnclear => Resources.Text(nameof(RepeatsUnclear));
    public static string RepeatsNext(string a) => Resources.Text(nameof(RepeatsNext), a);
    public static string RepeatsNone => Resources.Text(nameof(RepeatsNone));
    public static string Window => Resources.Text(nameof(Window));
    public static string Sequence => Resources.Text(nameof(Sequence));
    public static string SequenceHint => Resources.Text(nameof(SequenceHint));
    public static string SequenceNone => Resources.Text(nameof(SequenceNone));
    public static string SinceFollowing => Resources.Text(nameof(SinceFollowing));
    public static string SinceAsking => Resources.Text(nameof(SinceAsking));
    public static string SequenceSince => Resources.Text(nameof(SequenceSince));
    public static string SequenceAt => Resources.Text(nameof(SequenceAt));
    public static string SequenceFirst => Resources.Text(nameof(SequenceFirst));
    public static string StepDay(string a) => Resources.Text(nameof(StepDay), a);
    public static string StepTitle(string a) => Resources.Text(nameof(StepTitle), a);
    public static string StepText(string a) => Resources.Text(nameof(StepText), a);
    public static string Series => Resources.Text(nameof(Series));
    public static string SeriesRuns => Resources.Text(nameof(SeriesRuns));
    public static string SeriesOf => Resources.Text(nameof(SeriesOf));
    public static string SeriesNext(string a) => Resources.Text(nameof(SeriesNext), a);
    public static string ForecastNever(string a, string b) => Resources.Text(nameof(ForecastNever), a, b);
    public static string Forecast => Resources.Text(nameof(Forecast));
    public static string ForecastBegins(string a) => Resources.Text(nameof(ForecastBegins), a);
    public static string ForecastLater(string a) => Resources.Text(nameof(ForecastLater), a);
    public static string ForecastTakes(string a) => Resources.Text(nameof(ForecastTakes), a);
    public static string ForecastQuota(string a, string b) => Resources.Text(nameof(ForecastQuota), a, b);
    public static string ForecastTooLate => Resources.Text(nameof(ForecastTooLate));
    public static string BestSeen(string a) => Resources.Text(nameof(BestSeen), a);
    public static string BestTalks(string a) => Resources.Text(nameof(BestTalks), a);
    public static string BestHour(string a, string b) => Resources.Text(nameof(BestHour), a, b);
    public static string Calendar => Resources.Text(nameof(Calendar));
    public static string CalendarHint => Resources.Text(nameof(CalendarHint));
    public static string CalendarList => Resources.Text(nameof(CalendarList));
    public static string CalendarEmpty => Resources.Text(nameof(CalendarEmpty));
    public static string Month => Resources.Text(nameof(Month));
    public static string Week => Resources.Text(nameof(Week));
    public static string Day => Resources.Text(nameof(Day));
    public static string Today => Resources.Text(nameof(Today));
    public static string Earlier => Resources.Text(nameof(Earlier));
    public static string Later => Resources.Text(nameof(Later));
    public static string Time => Resources.Text(nameof(Time));
    public static string Name => Resources.Text(nameof(Name));
    public static string State => Resources.Text(nameof(State));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string Move => Resources.Text(nameof(Move));
    public static string MoveTitle => Resources.Text(nameof(MoveTitle));
    public static string MoveFrom(string a) => Resources.Text(nameof(MoveFrom), a);
    public static string MoveAtOnce => Resources.Text(nameof(MoveAtOnce));
    public static string MoveTo => Resources.Text(nameof(MoveTo));
    public static string MoveWithdraws => Resources.Text(nameof(MoveWithdraws));
    public static string MoveDo => Resources.Text(nameof(MoveDo));
    public static string MoveWithdrawDo => Resources.Text(nameof(MoveWithdrawDo));
    public static string MoveKeep => Resources.Text(nameof(MoveKeep));
    public static string MoveClosed(string a) => Resources.Text(nameof(MoveClosed), a);
    public static string MovePast => Resources.Text(nameof(MovePast));
    public static string MoveRefused => Resources.Text(nameof(MoveRefused));
    public static string MoveNoTime => Resources.Text(nameof(MoveNoTime));
    public static string Planned => Resources.Text(nameof(Planned));

    /// <summary>Words that are chosen by a value's name.</summary>
    internal static string Of(string name, params ReadOnlySpan<object> about) => Resources.Text(name, about);
}
