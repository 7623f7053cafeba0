namespace Chatbot.Understanding.Masking;

/// <summary>A text under the hands of the rules: its tokens, what must stay and what was taken.</summary>
internal sealed class Page(IReadOnlyList<Token> tokens, KeptWords kept)
{
    private readonly bool[] keeps = new bool[tokens.Count];
    private readonly bool[] taken = new bool[tokens.Count];

    public int Count => tokens.Count;

    public Token this[int at] => tokens[at];

    public KeptWords Kept => kept;

    /// <summary>From, to (exclusive), kind and reason; never overlapping.</summary>
    public List<(int From, int To, PersonalKind Kind, string Reason)> Taken { get; } = [];

    /// <summary>May be part of something personal: a word, number or sign that nobody keeps or has taken.</summary>
    public bool IsOpen(int at) => at >= 0 && at < Count && !keeps[at] && !taken[at] && tokens[at].Kind is not (TokenKind.Mask or TokenKind.Break);

    public bool IsWord(int at) => IsOpen(at) && tokens[at].IsWord;

    public bool IsDigits(int at) => IsOpen(at) && tokens[at].IsDigits;

    public bool IsSign(int at, char sign) => IsOpen(at) && tokens[at].IsSign(sign);

    public bool IsKept(int at) => keeps[at];

    public void Keep(int from, int to) => Array.Fill(keeps, true, from, to - from);

    /// <summary>Nothing happens when a token of the piece is not open.</summary>
    public void Take(PersonalKind kind, int from, int to, string reason)
    {
        for (var at = from; at < to; at++) if (!IsOpen(at)) return;
        if (to <= from) return;
        Array.Fill(taken, true, from, to - from);
        Taken.Add((from, to, kind, reason));
    }

    /// <summary>The tokens with one mark for each piece that was taken: what a second reading would see.</summary>
    public List<Token> Rest()
    {
        var starts = Taken.ToDictionary(piece => piece.From);
        var rest = new List<Token>(Count);
        for (var at = 0; at < Count; at++)
        {
            if (!starts.TryGetValue(at, out var piece))
            {
                rest.Add(tokens[at]);
                continue;
            }
            rest.Add(new(TokenKind.Mask, tokens[at].Start, tokens[piece.To - 1].End - tokens[at].Start, tokens[at].Gap, "", "", ""));
            at = piece.To - 1;
        }
        return rest;
    }
}
