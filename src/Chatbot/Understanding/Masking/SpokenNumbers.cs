namespace Chatbot.Understanding.Masking;

/// <summary>A number written in words so that no machine shall see it: "không chín một hai …", also mixed with digits.</summary>
internal sealed class SpokenNumbers(MaskingData data) : IMaskingRule
{
    private const int FewestWords = 6;
    private const int FewestDigits = 8;
    private const int Longest = 40;

    public static readonly WordList Digits = new(
        ["không", "khong", "ko", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín"]);

    public static readonly WordList Tens = new(["mươi", "mười", "trăm", "linh", "lẻ", "lẽ", "nghìn", "ngàn"]);

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            var (end, words, digits) = Run(page, at);
            if (words >= FewestWords && words + digits >= FewestDigits)
                page.Take(LabelBefore.Of(page, at, data) ?? PersonalKind.Phone, at, end, "số viết bằng chữ");
            at = Math.Max(at, end - 1);
        }
    }

    private static (int End, int Words, int Digits) Run(Page page, int start)
    {
        var (end, words, digits) = (start, 0, 0);
        for (var at = start; at < start + Longest && page.IsOpen(at); at++)
        {
            var token = page[at];
            if (token.IsWord && Digits.Has(token, loosely: true)) words++;
            else if (token.IsDigits && token.Length <= 4) digits += token.Length;
            else if (at > start && token.IsWord && Tens.Has(token, loosely: true)) continue;
            else if (at > start && token.Kind == TokenKind.Sign && token.Text[0] is ('.' or '-' or ',' or '–')) continue;
            else break;
            end = at + 1;
        }
        return (end, words, digits);
    }
}
