using System.Text.RegularExpressions;
using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Campaigns.Writing.Spelling;

namespace Chatbot.Campaigns.Writing.Clarity;

/// <summary>The "5 dễ" of public communication (dễ hiểu, dễ nhớ, dễ làm, dễ đánh giá, dễ kiểm tra) as a number that is explained: twenty points each, every lost point with its advice.</summary>
/// <remarks>The same text always has the same score. A measure of form: whether it is true and useful is for the people who read it.</remarks>
public static partial class ClarityMeter
{
    public const int PartPoints = 20;

    /// <summary>Syllables: about twenty words.</summary>
    public const int LongSentence = 30;

    public const int LongTitle = 14;
    public const int LongText = 180;

    /// <param name="today">Local day, for dates without a year.</param>
    public static ClarityScore Measure(CampaignContent content, DateOnly today)
    {
        var text = content.Title.Length > 0 ? $"{content.Title}\n{content.Text}" : content.Text;
        return new ClarityScore([Understand(text), Remember(content), Act(content, text), Judge(text), Check(content, text, today)]);
    }

    private static ClarityPart Understand(string text)
    {
        var longOnes = Sentences.Of(text).Where(sentence => Sentences.WordsOf(sentence) > LongSentence).ToList();
        var dark = Abbreviations.UnexplainedIn(text);
        return Part(ClarityKind.Understand,
        [
            .. longOnes.Select((sentence, i) => Loss(i < 2 ? 5 : 0, AdviceKind.LongSentence, Begin(sentence), Number(Sentences.WordsOf(sentence)))),
            .. dark.Select((one, i) => one.Meaning is { } meaning
                ? Loss(i < 2 ? 5 : 0, AdviceKind.Abbreviation, one.Written, meaning) : Loss(i < 2 ? 5 : 0, AdviceKind.UnknownAbbreviation, one.Written)),
        ]);
    }

    private static ClarityPart Remember(CampaignContent content)
    {
        var losses = new List<(int, ClarityAdvice)>();
        var (title, text) = (Sentences.WordsOf(content.Title), Sentences.WordsOf(content.Text));
        if (title == 0) losses.Add(Loss(5, AdviceKind.NoTitle));
        if (title > LongTitle) losses.Add(Loss(5, AdviceKind.LongTitle, Number(title)));
        if (text > LongText) losses.Add(Loss(10, AdviceKind.LongText, Number(text)));
        if (text > 60 && !content.Text.Contains('\n', StringComparison.Ordinal)) losses.Add(Loss(5, AdviceKind.OneBlock));
        return Part(ClarityKind.Remember, losses);
    }

    private static ClarityPart Act(CampaignContent content, string text)
    {
        var words = PlainWords.Embedded;
        var losses = new List<(int, ClarityAdvice)>();
        if (!words.Says("who", text)) losses.Add(Loss(7, AdviceKind.NoWho));
        if (!words.Says("do", text)) losses.Add(Loss(7, AdviceKind.NoAct));
        if (!words.Says("where", text) && content.Links.Count == 0 && !Address().IsMatch(text)) losses.Add(Loss(6, AdviceKind.NoWhere));
        return Part(ClarityKind.Act, losses);
    }

    private static ClarityPart Judge(string text)
    {
        var losses = new List<(int, ClarityAdvice)>();
        if (!PlainWords.Embedded.Says("when", text) && !Time().IsMatch(text)) losses.Add(Loss(10, AdviceKind.NoWhen));
        if (!PlainWords.Embedded.Says("cost", text) && !Money().IsMatch(text)) losses.Add(Loss(10, AdviceKind.NoCost));
        return Part(ClarityKind.Judge, losses);
    }

    private static ClarityPart Check(CampaignContent content, string text, DateOnly today)
    {
        var wrong = DatesAndNumbers.Find(text, today).Where(finding => finding.IsWrong).ToList();
        var losses = wrong.Select((finding, i) => Loss(i == 0 ? 10 : 0, AdviceKind.WrongNumber, finding.Written)).ToList();
        var hasContact = content.Phone.Length > 0 || content.Links.Count > 0 || Address().IsMatch(text) || Phone().IsMatch(text);
        if (!hasContact && Citations.In(text).Count == 0) losses.Add(Loss(10, AdviceKind.NoContact));
        return Part(ClarityKind.Check, losses);
    }

    private static ClarityPart Part(ClarityKind kind, IReadOnlyList<(int Points, ClarityAdvice Advice)> losses) =>
        new(kind, Math.Max(0, PartPoints - losses.Sum(loss => loss.Points)), [.. losses.Select(loss => loss.Advice)]);

    private static (int, ClarityAdvice) Loss(int points, AdviceKind kind, params string[] about) => (points, new ClarityAdvice(kind, about));

    private static string Begin(string sentence) => sentence.Length <= 60 ? sentence : string.Concat(sentence.AsSpan(0, sentence.LastIndexOf(' ', 60) is > 0 and var cut ? cut : 60), "…");

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://|www\.|\.gov\.vn")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\d)\d{1,2}[/-]\d{1,2}(?!\d)|(?<!\d)\d{1,2}\s*(?:giờ|h|g)(?![\p{L}])|(?<!\d)\d{1,2}[h:]\d{2}|ngày\s+\d{1,2}|tháng\s+\d{1,2}|năm\s+\d{4}|\{ngay\}|\{thang\}", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"\d[\d.,]*\s*(?:đồng|đ|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|%)(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<!\d)(?:0\d{2,3}[ .-]?\d{3}[ .-]?\d{3,4}|1[89]00[ .-]?\d{4}|1022|11[1345])(?!\d)")]
    private static partial Regex Phone();
}
