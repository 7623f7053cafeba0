using System.Text;

namespace Chatbot.Tests.Understanding;

/// <summary>Random texts, the same for the same seed.</summary>
public static class Any
{
    private static readonly string[] Pieces =
    [
        "hoà", "hòa", "thuý", "quý", "giữa", "nghiêng", "khuỷu", "ươi", "đ", "ð", "Ậ", "e\u0302\u0301", "\u0301", "\u200b", "\ufeff", "😀", "\ud800", "\udc00", " ", "\n", "\t", "\u00a0",
        "1.001193", "H49.20-250712-0013", "ddăng kys", "ca6n2", "khônggg", ".", "?!", "𝗯𝗼𝗹𝗱", "ｗｉｄｅ", "ﬁ", "İ", "ß", "\0", "“”", "½", "中", "ق", "à\u0323",
    ];

    public static string Text(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            text.Append(random.Next(4) == 0 ? ((char)random.Next(0x20, 0xFFFF)).ToString() : Pieces[random.Next(Pieces.Length)]);
            text.Append(random.Next(3) == 0 ? " " : "");
        }

        return text.ToString();
    }
}
