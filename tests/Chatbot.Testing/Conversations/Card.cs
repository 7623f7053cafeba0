using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Understanding;
using Xunit;

namespace Chatbot.Testing.Conversations;

/// <summary>What the citizen hears in one turn, and what was recorded about it.</summary>
public sealed record Card(IReadOnlyList<OutboundMessage> Replies, IReadOnlyList<object> Records)
{
    private static readonly Dictionary<Aspect, string> Headings = new()
    {
        [Aspect.Documents] = "Giấy tờ cần nộp:", [Aspect.Fee] = "Lệ phí:", [Aspect.Time] = "Thời hạn:",
        [Aspect.Where] = "Nộp ở đâu:", [Aspect.Online] = "Nộp trực tuyến:", [Aspect.Steps] = "Các bước:", [Aspect.Form] = "Biểu mẫu:",
        [Aspect.Legal] = "Căn cứ pháp lý:",
    };

    public string Text => string.Join("\n\n", Replies.Select(r => r.Text));

    public IEnumerable<AnswerRecord> Answers => Records.OfType<AnswerRecord>();

    /// <summary>This part of this procedure, with the three lines and the source, and recorded as such.</summary>
    public void Shows(string code, Aspect aspect)
    {
        var reply = Assert.Single(Replies, r => r.Text.Contains($"(mã {code})", StringComparison.Ordinal));
        if (aspect == Aspect.General) Assert.Contains("\nThời hạn: ", reply.Text, StringComparison.Ordinal);
        else Assert.Contains($"\n{Headings[aspect]}\n", reply.Text, StringComparison.Ordinal);
        foreach (var line in new[] { "\nNộp trực tuyến: ", "\nNộp hoặc nhận kết quả qua bưu chính: ", "\nThanh toán trực tuyến: ", "\nNguồn: " })
            Assert.Contains(line, reply.Text, StringComparison.Ordinal);
        Assert.Contains(Answers, a => a.ProcedureCode == code && a.Aspect == aspect && a.Handling == Handling.Procedure && a.CatalogueVersion.Length > 0);
    }

    public void Is(Handling handling) => Assert.Equal([handling], Answers.Select(a => a.Handling).Distinct());

    public void Says(string words) => Assert.Contains(words, Text, StringComparison.OrdinalIgnoreCase);

    public void NeverSays(string words) => Assert.DoesNotContain(words, Text, StringComparison.OrdinalIgnoreCase);

    public void Offers(string title) => Assert.Contains(Replies.SelectMany(r => r.Choices), c => c.Title.Contains(title, StringComparison.OrdinalIgnoreCase));

    public void OffersTopic(string code) =>
        Assert.Contains(Replies.SelectMany(r => r.Choices), c => c.Payload.StartsWith($"#tt {code} ", StringComparison.Ordinal));

    public void Links(string part) => Assert.Contains(Replies.SelectMany(r => r.Links), l => l.Url.Contains(part, StringComparison.Ordinal));

    public void Calls(string number) => Assert.Contains(Replies, r => r.Phone?.Number == number);

    public void ShowsHotline()
    {
        Says("Đường dây nóng");
        Says("0200 3 000 100");
        Says("Số 1 đường Trung Tâm");
        Says("thứ Hai đến thứ Sáu 7:30 đến 11:30, 13:30 đến 17:00");
        Calls("0200 3 000 100");
    }
}
