namespace Chatbot.Understanding.Masking;

/// <summary>Finds the word before a number that says what it is: "CCCD của chồng em là 0123…".</summary>
internal static class LabelBefore
{
    private const int Farthest = 9;
    private const string Between = ":-–.=#(\"“'";

    /// <returns>Null: no label stands before the token.</returns>
    public static PersonalKind? Of(Page page, int at, MaskingData data)
    {
        for (var back = at - 1; back >= 0 && back >= at - Farthest; back--)
        {
            if (page[back].Kind == TokenKind.Mask) return null;
            if (data.Labels.EndingAt(page, back) is { Length: > 0 } label) return Enum.Parse<PersonalKind>(label.Tag);
            if (!MayStandBetween(page[back], data)) return null;
        }
        return null;
    }

    private static bool MayStandBetween(Token token, MaskingData data) => token.Kind switch
    {
        TokenKind.Break => true,
        TokenKind.Sign => Between.Contains(token.Text[0]),
        TokenKind.Word => data.Fillers.Has(token),
        _ => false,
    };
}
