namespace Chatbot.Campaigns.Writing.Clarity;

/// <param name="Parts">The five, in their order.</param>
public sealed record ClarityScore(IReadOnlyList<ClarityPart> Parts)
{
    /// <summary>0 to 100.</summary>
    public int Score => Parts.Sum(part => part.Points);
}

/// <param name="Points">0 to <see cref="ClarityMeter.PartPoints"/>.</param>
/// <param name="Advice">Why points are missing, and what would mend it.</param>
public sealed record ClarityPart(ClarityKind Kind, int Points, IReadOnlyList<ClarityAdvice> Advice);

/// <param name="About">What the advice names: words of the text, numbers.</param>
public sealed record ClarityAdvice(AdviceKind Kind, IReadOnlyList<string> About);

/// <summary>Dễ hiểu, dễ nhớ, dễ làm, dễ đánh giá, dễ kiểm tra.</summary>
public enum ClarityKind { Understand, Remember, Act, Judge, Check }

public enum AdviceKind
{
    LongSentence, Abbreviation, UnknownAbbreviation, NoTitle, LongTitle, LongText, OneBlock, NoWho, NoAct, NoWhere, NoWhen, NoCost, WrongNumber, NoContact,
}
