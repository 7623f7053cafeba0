using System.Text;

namespace Chatbot.Understanding.Masking;

/// <summary>Takes out of a citizen's text what tells who or where a person is, and says why for each piece. Pure; time grows with the length alone.</summary>
/// <remarks>
/// Rules look at tokens through windows of a fixed width and hold no regular expressions. They are run again over what is left until
/// nothing more is found (commonly twice, at most <see cref="MostReadings"/> times), so masking a masked text changes nothing.
/// </remarks>
public sealed class PersonalDataMask
{
    private const int MostReadings = 8;
    private static readonly Lazy<PersonalDataMask> shipped = new(() => new(MaskingData.Embedded()));
    private readonly MaskingData data;
    private readonly IReadOnlyList<IMaskingRule> rules;

    private PersonalDataMask(MaskingData data)
    {
        this.data = data;
        rules = [new Links(), new BirthDates(data), new Codes(data), new LongNumbers(data), new SpokenNumbers(data), new Addresses(data), new Names(data)];
    }

    /// <summary>With the word lists of this library.</summary>
    public static PersonalDataMask Shipped => shipped.Value;

    public Masked Apply(string text, KeptWords keep)
    {
        var original = Scanner.Clean(text);
        var tokens = Scanner.Scan(original, data.MarkSet);
        var findings = new List<Finding>();
        for (var reading = 0; reading < MostReadings; reading++)
        {
            var page = Read(tokens, keep);
            if (page.Taken.Count == 0) break;
            findings.AddRange(page.Taken.Select(piece => FindingOf(tokens, piece)));
            tokens = page.Rest();
        }
        findings.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new Masked(original, Written(original, findings), findings);
    }

    /// <summary>The mark that stands for a kind in masked text, with its brackets.</summary>
    public string MarkOf(PersonalKind kind) => data.Marks[kind];

    private Page Read(IReadOnlyList<Token> tokens, KeptWords keep)
    {
        var page = new Page(tokens, keep);
        KeptSpans.Mark(page);
        foreach (var rule in rules) rule.Find(page);
        return page;
    }

    private static Finding FindingOf(List<Token> tokens, (int From, int To, PersonalKind Kind, string Reason) piece) =>
        new(piece.Kind, tokens[piece.From].Start, tokens[piece.To - 1].End - tokens[piece.From].Start, piece.Reason);

    private string Written(string original, List<Finding> findings)
    {
        var text = new StringBuilder(original.Length);
        var from = 0;
        foreach (var finding in findings)
        {
            text.Append(original, from, finding.Start - from).Append(data.Marks[finding.Kind]);
            from = finding.Start + finding.Length;
        }
        return text.Append(original, from, original.Length - from).ToString();
    }
}

/// <summary>One way of recognising personal data.</summary>
internal interface IMaskingRule
{
    /// <summary>Takes what it recognises; looks from each token through a window of fixed width only.</summary>
    void Find(Page page);
}
