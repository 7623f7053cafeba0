using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>Everyday words and the office's terms for them (Data/everyday-words.tsv): "giấy độc thân" is "xác nhận tình trạng hôn nhân".</summary>
public sealed class EverydayWords
{
    private static readonly HashSet<string> Wanting = new(StringComparer.Ordinal)
    {
        "muốn", "muon", "xin", "cần", "can", "hỏi", "hoi", "thủ", "thu", "đăng", "dang", "cấp", "cap", "làm", "lam", "nộp", "nop", "giúp", "giup",
    };

    private readonly WordPatterns patterns = new();
    private readonly List<string[]> terms = [];

    /// <param name="rows">everyday words separated by |, office terms.</param>
    public EverydayWords(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            var official = Words(row[1]);
            foreach (var everyday in row[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                patterns.Add(everyday);
                terms.Add(official);
            }
        }
    }

    public IEnumerable<string> InOfficeTerms(Reading reading) => patterns.Find(reading).SelectMany(m => terms[m.Pattern]).Distinct();

    public static bool SaysWhatIsWanted(Reading reading, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Wanting.Contains(reading.Words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Words(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner(VietnameseText.Normalise(text));
        while (scanner.MoveNext())
        {
            words.Add(scanner.Current.ToString());
        }

        return [.. words];
    }
}
