using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <summary>What the report of a campaign says; the words are in <c>ReportTexts.resx</c>.</summary>
public static class ReportTexts
{
    private static readonly ResourceManager Resources = new(typeof(ReportTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Open => Resources.Text(nameof(Open));
    public static string Campaign => Resources.Text(nameof(Campaign));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string Author => Resources.Text(nameof(Author));
    public static string Approvers => Resources.Text(nameof(Approvers));
    public static string StartedAt => Resources.Text(nameof(StartedAt));
    public static string EndedAt => Resources.Text(nameof(EndedAt));
    public static string State => Resources.Text(nameof(State));
    public static string CountedAt => Resources.Text(nameof(CountedAt));
    public static string Content => Resources.Text(nameof(Content));
    public static string Plan => Resources.Text(nameof(Plan));
    public static string Hash => Resources.Text(nameof(Hash));
    public static string Caption => Resources.Text(nameof(Caption));
    public static string Figure => Resources.Text(nameof(Figure));
    public static string All => Resources.Text(nameof(All));
    public static string Total => Resources.Text(nameof(Total));
    public static string Sent => Resources.Text(nameof(Sent));
    public static string Delivered => Resources.Text(nameof(Delivered));
    public static string Seen => Resources.Text(nameof(Seen));
    public static string Refused => Resources.Text(nameof(Refused));
    public static string Unknown => Resources.Text(nameof(Unknown));
    public static string Skipped => Resources.Text(nameof(Skipped));
    public static string Open2 => Resources.Text(nameof(Open2));
    public static string Word => Resources.Text(nameof(Word));
    public static string Excel => Resources.Text(nameof(Excel));
    public static string Rows => Resources.Text(nameof(Rows));
    public static string FollowUp => Resources.Text(nameof(FollowUp));
    public static string FollowUpHint => Resources.Text(nameof(FollowUpHint));
    public static string Failed => Resources.Text(nameof(Failed));
    public static string Unseen => Resources.Text(nameof(Unseen));
    public static string EffectsTitle => Resources.Text(nameof(EffectsTitle));
    public static string EffectsEmpty => Resources.Text(nameof(EffectsEmpty));
    public static string EffectsEmptyHint => Resources.Text(nameof(EffectsEmptyHint));
    public static string Delivery => Resources.Text(nameof(Delivery));
    public static string Channel => Resources.Text(nameof(Channel));
    public static string Kind => Resources.Text(nameof(Kind));
    public static string At => Resources.Text(nameof(At));
    public static string Case => Resources.Text(nameof(Case));
    public static string OpenCase => Resources.Text(nameof(OpenCase));
    public static string ClicksTitle => Resources.Text(nameof(ClicksTitle));
    public static string ClicksEmpty => Resources.Text(nameof(ClicksEmpty));
    public static string ClicksEmptyHint => Resources.Text(nameof(ClicksEmptyHint));
    public static string Link => Resources.Text(nameof(Link));
    public static string ClickedAt => Resources.Text(nameof(ClickedAt));
    public static string Nobody => Resources.Text(nameof(Nobody));
    public static string CountClicks => Resources.Text(nameof(CountClicks));
    public static string ClicksOff => Resources.Text(nameof(ClicksOff));

    public static string Answered => Resources.Text(nameof(Answered));
    public static string OptedOut => Resources.Text(nameof(OptedOut));
    public static string Complaint => Resources.Text(nameof(Complaint));
    public static string Question => Resources.Text(nameof(Question));
    public static string ClicksAnonymous => Resources.Text(nameof(ClicksAnonymous));
    public static string ClicksByRecipient => Resources.Text(nameof(ClicksByRecipient));

    /// <param name="hours">Of <see cref="Chatbot.Campaigns.CampaignOptions.EffectWindow"/>.</param>
    public static string Window(string hours) => Resources.Text(nameof(Window), hours);

    public static string Clicks(string url) => Resources.Text(nameof(Clicks), url);

    public static string Because(string reason) => Resources.Text(nameof(Because), reason);

    public static string FailedName(string name) => Resources.Text(nameof(FailedName), name);

    public static string UnseenName(string name) => Resources.Text(nameof(UnseenName), name);
}
