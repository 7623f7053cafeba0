namespace Chatbot.Catalogue;

/// <summary>A code of the national portal, such as 1.001193.</summary>
public static class ProcedureCode
{
    /// <summary>One digit, a point, six digits.</summary>
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.Length != 8 || text[1] != '.' || !char.IsAsciiDigit(text[0])) return false;
        foreach (var c in text[2..])
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }
}
