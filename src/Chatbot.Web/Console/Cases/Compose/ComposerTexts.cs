using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.Compose;

/// <summary>What the composer of an answer says; the words are in <c>ComposerTexts.resx</c>.</summary>
public static class ComposerTexts
{
    private static readonly ResourceManager Resources = new(typeof(ComposerTexts));

    public static string Heading => Resources.Text(nameof(Heading));
    public static string Text => Resources.Text(nameof(Text));
    public static string Characters(object first, object second) => Resources.Text(nameof(Characters), first, second);
    public static string Parts(object value) => Resources.Text(nameof(Parts), value);
    public static string PreviewHeading => Resources.Text(nameof(PreviewHeading));
    public static string Preview => Resources.Text(nameof(Preview));
    public static string PreviewEmpty => Resources.Text(nameof(PreviewEmpty));
    public static string Send => Resources.Text(nameof(Send));
    public static string Ask => Resources.Text(nameof(Ask));
    public static string SubmitForApproval => Resources.Text(nameof(SubmitForApproval));
    public static string NeedsApproval => Resources.Text(nameof(NeedsApproval));
    public static string WindowFree(object value) => Resources.Text(nameof(WindowFree), value);
    public static string WindowThenHuman => Resources.Text(nameof(WindowThenHuman));
    public static string WindowThenPaid(object value) => Resources.Text(nameof(WindowThenPaid), value);
    public static string WindowThenWait => Resources.Text(nameof(WindowThenWait));
    public static string WindowHuman(object value) => Resources.Text(nameof(WindowHuman), value);
    public static string WindowPaid(object first, object second) => Resources.Text(nameof(WindowPaid), first, second);
    public static string WindowWait => Resources.Text(nameof(WindowWait));
    public static string Remaining => Resources.Text(nameof(Remaining));
    public static string PriceHeading => Resources.Text(nameof(PriceHeading));
    public static string PriceAsk(object first, object second, object third) => Resources.Text(nameof(PriceAsk), first, second, third);
    public static string PriceAccept => Resources.Text(nameof(PriceAccept));
    public static string PriceKeep => Resources.Text(nameof(PriceKeep));
    public static string CannedHeading => Resources.Text(nameof(CannedHeading));
    public static string CannedSearch => Resources.Text(nameof(CannedSearch));
    public static string CannedUse => Resources.Text(nameof(CannedUse));
    public static string CannedNone => Resources.Text(nameof(CannedNone));
    public static string SuggestionHeading => Resources.Text(nameof(SuggestionHeading));
    public static string SuggestionUse => Resources.Text(nameof(SuggestionUse));
    public static string SuggestionNone => Resources.Text(nameof(SuggestionNone));
    public static string SuggestionSource(object value) => Resources.Text(nameof(SuggestionSource), value);
    public static string SuggestionCheck => Resources.Text(nameof(SuggestionCheck));
    public static string NotYours(object value) => Resources.Text(nameof(NotYours), value);
    public static string Closed => Resources.Text(nameof(Closed));
    public static string ClaimsByAnswering => Resources.Text(nameof(ClaimsByAnswering));
    public static string FilesHint => Resources.Text(nameof(FilesHint));
    public static string FileNotTaken => Resources.Text(nameof(FileNotTaken));
}
