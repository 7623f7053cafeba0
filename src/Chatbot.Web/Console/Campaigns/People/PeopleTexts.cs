using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns.People;

/// <summary>What the pages about citizens, tags and topics say; the words are in <c>PeopleTexts.resx</c>.</summary>
public static class PeopleTexts
{
    private static readonly ResourceManager Resources = new(typeof(PeopleTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string Empty => Resources.Text(nameof(Empty));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string Who => Resources.Text(nameof(Who));
    public static string Channel => Resources.Text(nameof(Channel));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string Tags => Resources.Text(nameof(Tags));
    public static string LastAct => Resources.Text(nameof(LastAct));
    public static string Tag => Resources.Text(nameof(Tag));
    public static string TagCount(string a, string b) => Resources.Text(nameof(TagCount), a, b);
    public static string OnePerson => Resources.Text(nameof(OnePerson));
    public static string Describe => Resources.Text(nameof(Describe));
    public static string TagsHint => Resources.Text(nameof(TagsHint));
    public static string Phone => Resources.Text(nameof(Phone));
    public static string PhoneKept => Resources.Text(nameof(PhoneKept));
    public static string PhoneForget => Resources.Text(nameof(PhoneForget));
    public static string Save => Resources.Text(nameof(Save));
    public static string Saved => Resources.Text(nameof(Saved));
    public static string Refused => Resources.Text(nameof(Refused));
    public static string TopicMissing => Resources.Text(nameof(TopicMissing));
    public static string Topics => Resources.Text(nameof(Topics));
    public static string TopicsHint => Resources.Text(nameof(TopicsHint));
    public static string TopicWanted => Resources.Text(nameof(TopicWanted));
    public static string TopicRefused => Resources.Text(nameof(TopicRefused));
    public static string TopicNone => Resources.Text(nameof(TopicNone));
    public static string TopicChange => Resources.Text(nameof(TopicChange));
    public static string Follow => Resources.Text(nameof(Follow));
    public static string FollowAdd => Resources.Text(nameof(FollowAdd));
    public static string TopicsTitle => Resources.Text(nameof(TopicsTitle));
    public static string TopicsPageHint => Resources.Text(nameof(TopicsPageHint));
    public static string TopicCode => Resources.Text(nameof(TopicCode));
    public static string TopicName => Resources.Text(nameof(TopicName));
    public static string TopicSave => Resources.Text(nameof(TopicSave));
    public static string TopicSaved => Resources.Text(nameof(TopicSaved));
    public static string TopicWithdraw => Resources.Text(nameof(TopicWithdraw));
    public static string TopicWithdrawConfirm => Resources.Text(nameof(TopicWithdrawConfirm));
    public static string TopicWithdrawn => Resources.Text(nameof(TopicWithdrawn));
    public static string TopicNotSaved => Resources.Text(nameof(TopicNotSaved));
    public static string TopicsEmpty => Resources.Text(nameof(TopicsEmpty));
    public static string Upload => Resources.Text(nameof(Upload));
    public static string UploadHint => Resources.Text(nameof(UploadHint));
    public static string UploadFile => Resources.Text(nameof(UploadFile));
    public static string UploadTag => Resources.Text(nameof(UploadTag));
    public static string UploadRun => Resources.Text(nameof(UploadRun));
    public static string Uploaded(string a, string b, string c) => Resources.Text(nameof(Uploaded), a, b, c);
    public static string UploadRefused => Resources.Text(nameof(UploadRefused));
    public static string UploadErrors => Resources.Text(nameof(UploadErrors));
    public static string Line => Resources.Text(nameof(Line));
    public static string Written => Resources.Text(nameof(Written));
    public static string Problem => Resources.Text(nameof(Problem));
    public static string FaultEmpty => Resources.Text(nameof(FaultEmpty));
    public static string FaultUnreadable => Resources.Text(nameof(FaultUnreadable));
    public static string FaultTwice(string a) => Resources.Text(nameof(FaultTwice), a);
    public static string FaultUnknown => Resources.Text(nameof(FaultUnknown));
    public static string Test => Resources.Text(nameof(Test));
    public static string TestHint => Resources.Text(nameof(TestHint));
    public static string TestAsk => Resources.Text(nameof(TestAsk));
    public static string TestCode(string a) => Resources.Text(nameof(TestCode), a);
    public static string TestConfirm => Resources.Text(nameof(TestConfirm));
    public static string TestSend => Resources.Text(nameof(TestSend));
    public static string TestLinked => Resources.Text(nameof(TestLinked));
    public static string TestNotYet => Resources.Text(nameof(TestNotYet));
    public static string TestSent => Resources.Text(nameof(TestSent));
    public static string TestNoAccount => Resources.Text(nameof(TestNoAccount));
    public static string TestOtherChannel => Resources.Text(nameof(TestOtherChannel));
    public static string TestWindowShut => Resources.Text(nameof(TestWindowShut));
    public static string Segments => Resources.Text(nameof(Segments));
    public static string AskedFields => Resources.Text(nameof(AskedFields));
    public static string Followed => Resources.Text(nameof(Followed));

    /// <summary>Words that are chosen by a value's name.</summary>
    internal static string Of(string name, params ReadOnlySpan<object> about) => Resources.Text(name, about);
}
