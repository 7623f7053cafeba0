namespace Chatbot.Understanding.Text;

/// <summary>Walks over the words of a text without allocating: runs of letters and digits; dots inside numbers belong to them (1.001193).</summary>
public ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    public ReadOnlySpan<char> Current { get; private set; }

    public int Start { get; private set; }

    /// <summary>The current word opens a new sentence or line.</summary>
    public bool OpensSentence { get; private set; } = true;

    /// <summary>A comma, a plus or a bracket stands before the current word.</summary>
    public bool OpensClause { get; private set; }

    public bool MoveNext()
    {
        (OpensSentence, OpensClause) = (next == 0, false);
        while (next < text.Length && !char.IsLetterOrDigit(text[next]))
        {
            OpensSentence |= text[next] is '.' or '?' or '!' or '\n' or ';';
            OpensClause |= text[next] is ',' or '+' or '(' or ')' or ':' or '&' or '/';
            next++;
        }

        Start = next;
        while (next < text.Length && (char.IsLetterOrDigit(text[next]) || IsInnerDot(next)))
        {
            next++;
        }

        Current = text[Start..next];
        return Current.Length > 0;
    }

    private readonly bool IsInnerDot(int at) =>
        text[at] == '.' && at > Start && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
