using Chatbot.Conversations;
using Chatbot.Understanding.Learning;
using Chatbot.Understanding.Masking;

namespace Chatbot.Learning;

/// <summary>What may be taught: words that stand for themselves, nobody's data, and a procedure that the catalogue holds.</summary>
public sealed class PhraseRules(IKnowledgeSource knowledge)
{
    public const int Shortest = 6;
    public const int Longest = 200;

    /// <returns>Null: it may be taught.</returns>
    public PhraseOutcome? Refusal(string text, string code)
    {
        if (knowledge.Current.Find(code) is null) return PhraseOutcome.UnknownProcedure;
        if (text.Length > Longest || PhraseKey.Of(text) is not { Length: >= Shortest } key || !key.Contains(' ', StringComparison.Ordinal)) return PhraseOutcome.Unsound;
        return PersonalDataMask.Shipped.Apply(text, KeptWords.None).Findings.Count > 0 ? PhraseOutcome.SeemsPersonal : null;
    }

    /// <summary>A masked question without its marks, as it may be taught.</summary>
    public static string WithoutMarks(string masked)
    {
        var mask = PersonalDataMask.Shipped;
        var plain = Enum.GetValues<PersonalKind>().Aggregate(masked, (text, kind) => text.Replace(mask.MarkOf(kind), " ", StringComparison.Ordinal));
        return string.Join(' ', plain.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>Known: the same words mean this procedure already. MeansAnother: they mean another one in this unit, which must be withdrawn first.
/// Decided: somebody else was faster. Unsound: too short, too long or one word. SeemsPersonal: holds what looks like personal data.</summary>
public enum PhraseOutcome { Done, NotFound, Decided, Known, MeansAnother, UnknownProcedure, Unsound, SeemsPersonal }
