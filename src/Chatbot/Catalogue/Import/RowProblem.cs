namespace Chatbot.Catalogue.Import;

/// <summary>Something in the source that a person should look at.</summary>
/// <param name="Row">Line or row of the file, from 1; 0: the file as a whole.</param>
/// <param name="Code">Procedure code or FAQ id; empty when it could not be read.</param>
/// <param name="Field">Field by the source's own name; empty: the whole row.</param>
/// <param name="Problem">What is wrong, in Vietnamese, for the person who imports.</param>
public sealed record RowProblem(int Row, string Code, string Field, string Problem)
{
    /// <summary>True: the row was left out. False: it was taken, with this remark.</summary>
    public bool LeftOut { get; init; }
}
