using Chatbot.Catalogue;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Cards;

/// <summary>Fee and time, a line for each way to hand in, one line when they are all the same. What the source does not say is "chưa rõ", never "miễn phí".</summary>
internal static class MethodsSections
{
    private const int LongestLine = 350;

    public static Section Fee(Procedure procedure)
    {
        var isKnown = procedure.Methods.Any(m => m.Fees.Count > 0);
        return new Section(Aspect.Fee, isKnown ? Lines(procedure, FeeOf) : Texts.FeeNone, isKnown);
    }

    public static Section Time(Procedure procedure)
    {
        var isKnown = procedure.Methods.Any(m => m.Time is not null);
        return new Section(Aspect.Time, isKnown ? Lines(procedure, TimeOf) : Texts.TimeNone, isKnown);
    }

    /// <returns>One line for the overview.</returns>
    public static string ShortFee(Procedure procedure) => Short(procedure, FeeOf, Texts.FeeUnknown);

    public static string ShortTime(Procedure procedure) => Short(procedure, TimeOf, Texts.TimeUnknown);

    public static string Name(SubmissionChannel channel) => channel switch
    {
        SubmissionChannel.Online => Texts.MethodOnline,
        SubmissionChannel.Post => Texts.MethodPost,
        _ => Texts.MethodInPerson,
    };

    private static string Lines(Procedure procedure, Func<SubmissionMethod, string> text)
    {
        var lines = procedure.Methods.Select(m => (Channel: Name(m.Channel), Text: Words.Cut(text(m), LongestLine))).Distinct().ToList();
        var same = lines.Select(line => line.Text).Distinct().ToList();
        if (same.Count == 1) return Texts.MethodLine(lines.Count > 1 ? Texts.MethodAny : lines[0].Channel, same[0]) + ".";
        return string.Join('\n', lines.Select(line => $"- {Texts.MethodLine(line.Channel, line.Text)}."));
    }

    private static string Short(Procedure procedure, Func<SubmissionMethod, string> text, string unknown)
    {
        var texts = procedure.Methods.Select(m => (Name(m.Channel), Text: Words.Cut(text(m), 160))).Distinct().ToList();
        if (texts.Count == 0) return unknown;
        return texts.DistinctBy(t => t.Text).Count() == 1
            ? texts[0].Text
            : string.Join("; ", texts.Select(t => Texts.MethodLine(t.Item1, t.Text)));
    }

    private static string FeeOf(SubmissionMethod method) =>
        method.Fees.Count == 0 ? Texts.FeeUnknown : string.Join("; ", method.Fees.Select(One).Distinct());

    private static string One(Fee fee)
    {
        if (Words.Unended(Words.Line(fee.Text)) is { Length: > 0 } said) return said;
        if (fee.IsFree) return Texts.FeeFree;
        return fee.Amount is > 0 ? Texts.FeeAmount(Words.Number(fee.Amount.Value)) : Texts.FeeUnknown;
    }

    private static string TimeOf(SubmissionMethod method)
    {
        if (method.Time is not { } time) return Texts.TimeUnknown;
        if (Words.Unended(Words.Line(time.Text)) is { Length: > 0 } said) return said;
        if (time.Unit == TimeUnit.SameDay) return Texts.TimeSameDay;
        return time.Amount is { } amount ? Counted(Words.Number(amount), time.Unit) : Texts.TimeUnknown;
    }

    private static string Counted(string amount, TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingDays => Texts.TimeWorkingDays(amount),
        TimeUnit.Days => Texts.TimeDays(amount),
        TimeUnit.Hours => Texts.TimeHours(amount),
        TimeUnit.Months => Texts.TimeMonths(amount),
        _ => Texts.TimeUnknown,
    };
}
