namespace Chatbot.Understanding.Masking;

internal enum TokenKind { Word, Digits, Sign, Break, Mask }

/// <summary>A piece of text that the rules look at: a run of letters, a run of digits, one sign, a line's end, or a mark that stands for masked text.</summary>
/// <param name="Gap">Blanks before it on the same line.</param>
/// <param name="Text">As written; digits as 0 to 9.</param>
/// <param name="Plain">Lower case.</param>
/// <param name="Folded">Lower case without accents.</param>
internal sealed record Token(TokenKind Kind, int Start, int Length, int Gap, string Text, string Plain, string Folded)
{
    public int End => Start + Length;

    public bool IsWord => Kind == TokenKind.Word;

    public bool IsDigits => Kind == TokenKind.Digits;

    public bool IsWordOrDigits => Kind is TokenKind.Word or TokenKind.Digits;

    public bool IsCapital => IsWord && char.IsUpper(Text[0]);

    /// <summary>All letters large, two at least.</summary>
    public bool IsLarge => IsWord && Text.Length > 1 && Text.All(char.IsUpper);

    /// <summary>Written without any accent: it may stand for every accented form.</summary>
    public bool IsBare => Plain == Folded;

    public bool IsSign(char sign) => Kind == TokenKind.Sign && Text[0] == sign;

    /// <summary>Its whole line is written without accents, or nearly; or a long run of words around it is.</summary>
    public bool InBareLine { get; init; }

    /// <summary>The same word; in a line without accents also any accented form.</summary>
    public bool Is(string accented, string folded) => Plain == accented || (InBareLine && IsBare && Folded == folded);
}
