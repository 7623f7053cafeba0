using Chatbot.Understanding;

namespace Chatbot.Learning;

/// <summary>Finds in a talk the questions that were not understood, and in what followed them what they meant. Pure.</summary>
/// <param name="pieces">Of one conversation, in the order in which they happened.</param>
/// <param name="patience">How long after a question what follows may still explain it.</param>
/// <param name="isAlike">Whether two texts ask for the same, as far as words tell.</param>
public sealed class UnclearTalk(IReadOnlyList<TalkPiece> pieces, TimeSpan patience, Func<string, string, bool> isAlike)
{
    /// <param name="from">Questions asked later than this.</param>
    /// <param name="to">And not later than this.</param>
    public IEnumerable<UnclearFind> Find(DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].At <= from || pieces[i].At > to || !pieces[i].IsQuestion || pieces[i].IsCorrection) continue;
            if ((pieces[i].IsDoubtful ? Doubtful(i) : Corrected(i)) is { } find) yield return find;
        }
    }

    private UnclearFind Doubtful(int at)
    {
        var (piece, after) = (pieces[at], After(at));
        if (after.TakeWhile(p => !p.IsQuestion).FirstOrDefault(p => p.IsChoice) is { } choice) return new(piece, UnclearWhy.Chosen, choice.Code);
        if (after.FirstOrDefault(p => p.IsQuestion && p.Handling == Handling.Procedure) is { } again && isAlike(piece.Text, again.Text))
            return new(piece, UnclearWhy.Rephrased, again.Code);
        // A press on "Gặp cán bộ", or the words for it.
        if (after.TakeWhile(p => p.Handling is not Handling.Procedure).Any(p => p.Handling == Handling.Escalate)) return new(piece, UnclearWhy.HandedOver, null);
        return new(piece, piece.Handling == Handling.Clarify ? UnclearWhy.NotChosen : UnclearWhy.NotFound, null);
    }

    /// <returns>Null: it was answered, and nobody said that the answer was wrong.</returns>
    private UnclearFind? Corrected(int at)
    {
        var (piece, after) = (pieces[at], After(at));
        if (piece.Handling is not (Handling.Procedure or Handling.Faq) || after.Count == 0) return null;
        // Whatever was looked at between the answer and the complaint belongs to it: parts of the same procedure.
        var said = after.SkipWhile(p => p.Code == piece.Code && !p.IsWrong && !p.IsCorrection).ToList();
        if (said.Count == 0) return null;
        if (said[0].IsWrong) return new(piece, UnclearWhy.Corrected, said.Skip(1).FirstOrDefault(p => p.Code is not null && p.Code != piece.Code && p.Handling == Handling.Procedure)?.Code);
        return said[0].IsCorrection && said[0].Code is { } meant && meant != piece.Code && said[0].Handling == Handling.Procedure ? new(piece, UnclearWhy.Corrected, meant) : null;
    }

    private List<TalkPiece> After(int at) => [.. pieces.Skip(at + 1).TakeWhile(p => p.At <= pieces[at].At + patience)];
}
