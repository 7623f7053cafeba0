using System.Text;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Learning;

/// <summary>The words of a question without marks and capitals: equal for what is asked in the same words.</summary>
public static class PhraseKey
{
    /// <summary>Small letters with their accents, one blank between words; empty when the text holds no word.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        var scanner = new WordScanner(VietnameseText.Normalise(text));
        while (scanner.MoveNext())
        {
            if (key.Length > 0) key.Append(' ');
            key.Append(scanner.Current);
        }
        return key.ToString();
    }

    /// <summary>The same without accents, for messages that are written so.</summary>
    public static string Folded(string key) => Letters.Fold(key);
}
