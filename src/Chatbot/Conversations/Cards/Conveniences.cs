using Chatbot.Catalogue;

namespace Chatbot.Conversations.Cards;

/// <summary>The three lines that every procedure answer carries, and its source. What the source does not say is said to be unknown.</summary>
internal static class Conveniences
{
    public static string Lines(Procedure procedure) =>
        $"{Texts.Online(OnlineOf(procedure))}\n{Texts.Postal(PostalOf(procedure))}\n{Texts.PayOnline(Of(procedure.PayOnline))}";

    public static string Source(Procedure procedure) => Texts.Source(
        procedure.SourceUrl.Contains("dichvucong.gov.vn", StringComparison.OrdinalIgnoreCase) ? Texts.SourcePortal : Texts.SourceHere,
        Decision(procedure.DecisionNumber),
        procedure.SourceDate is { } date ? Texts.SourceRead(Words.Day(date)) : Texts.SourceNoDate);

    public static string OnlineOf(Procedure procedure) => procedure.Online switch
    {
        OnlineLevel.FullOnline => Texts.OnlineFull,
        OnlineLevel.PartialOnline => Texts.OnlinePartial,
        OnlineLevel.None => Texts.OnlineNone,
        _ => Has(procedure, SubmissionChannel.Online) ? Texts.OnlineListed : Texts.Unknown,
    };

    private static string PostalOf(Procedure procedure) =>
        procedure.Postal == Answerable.Unknown && Has(procedure, SubmissionChannel.Post) ? Texts.Yes : Of(procedure.Postal);

    private static bool Has(Procedure procedure, SubmissionChannel channel) => procedure.Methods.Any(m => m.Channel == channel);

    private static string Of(Answerable answer) => answer switch
    {
        Answerable.Yes => Texts.Yes,
        Answerable.No => Texts.No,
        _ => Texts.Unknown,
    };

    private static string Decision(string number) =>
        number.Length > 0 ? Texts.SourceDecision(Words.Cut(Words.Line(number), 120)) : Texts.SourceNoDecision;
}
