using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>In a long story the clauses that ask for something keep their weight, those beside them most of it, and the tale around them a part.</summary>
public static class Clauses
{
    /// <summary>Messages longer than this many words are stories.</summary>
    public const int Story = 22;

    private const float BesideIt = 0.7f;
    private const float Told = 0.4f;

    private static readonly WordPatterns Wanting = PatternsOf(
        "muốn", "xin", "hỏi", "nhờ", "hướng dẫn", "chỉ giùm", "chỉ giúp", "chỉ dùm", "giúp", "phải làm", "làm giấy", "làm thủ tục", "làm đơn", "làm hồ sơ",
        "làm lại", "đăng ký", "đăng kí", "khai báo", "cần làm", "thì cần", "cần giấy", "cần chuẩn bị", "được không", "có phải", "có được", "làm sao", "thế nào", "bao lâu", "ở đâu");

    public static void Weigh(Reading reading, float[] telling, IReadOnlyList<(Aspect Aspect, int Start, int Length)> aspects)
    {
        var clauses = Of(reading);
        var wanted = Wanting.Find(reading).Select(m => m.Start).Concat(aspects.Select(a => a.Start)).ToList();
        var asks = clauses.ConvertAll(c => wanted.Exists(at => at >= c.Start && at < c.End));
        if (!asks.Contains(true))
        {
            return;
        }

        for (var c = 0; c < clauses.Count; c++)
        {
            var beside = (c > 0 && asks[c - 1]) || (c + 1 < clauses.Count && asks[c + 1]);
            var share = asks[c] ? 1 : beside ? BesideIt : Told;
            for (var i = clauses[c].Start; i < clauses[c].End; i++)
            {
                telling[i] *= share;
            }
        }
    }

    private static List<(int Start, int End)> Of(Reading reading)
    {
        var clauses = new List<(int, int)>();
        var start = 0;
        for (var i = 1; i <= reading.Words.Count; i++)
        {
            if (i == reading.Words.Count || reading.Words[i].OpensClause || reading.Words[i].Sentence != reading.Words[start].Sentence)
            {
                clauses.Add((start, i));
                start = i;
            }
        }

        return clauses;
    }

    private static WordPatterns PatternsOf(params string[] sequences)
    {
        var patterns = new WordPatterns();
        foreach (var sequence in sequences)
        {
            patterns.Add(sequence);
        }

        return patterns;
    }
}
