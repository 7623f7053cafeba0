using System.Numerics;

namespace Chatbot.Understanding.Search;

/// <summary>How likely a procedure is meant at all: who carries it out, how often it is asked for, its special cases, and the topic of the talk.</summary>
public sealed class Likelihood(CatalogueIndex index, Qualifiers qualifiers)
{
    public void Measure(Query query, int p, Span<float> features)
    {
        features[(int)Feature.Commune] = index.Standings[p] == Standing.Commune ? 1 : 0;
        features[(int)Feature.CentralOnly] = index.Standings[p] == Standing.CentralOnly ? 1 : 0;
        features[(int)Feature.Asked] = index.PhraseCount[p] > 0 ? 1 : 0;
        features[(int)Feature.Popular] = index.Popularity[p];
        features[(int)Feature.ManyPhrases] = MathF.Log2(1 + index.PhraseCount[p]) / 6;
        var (inTitle, asked) = (index.Qualifiers[p], query.Qualifiers);
        var actionBits = qualifiers.ActionBits;
        var (caseInTitle, caseAsked) = (inTitle & ~actionBits, asked & ~actionBits);
        features[(int)Feature.SpecialCase] = Math.Min(2, BitOperations.PopCount(caseInTitle & ~caseAsked)) / 2f;
        features[(int)Feature.SpecialCaseMeant] = Math.Min(2, BitOperations.PopCount(caseInTitle & caseAsked)) / 2f;
        features[(int)Feature.RareCase] = (caseInTitle & ~caseAsked & qualifiers.RareBits) != 0 ? 1 : 0;
        features[(int)Feature.OtherAge] = index.Ages[p].Meets(query.Age) ? 0 : 1;
        var (actionInTitle, actionAsked) = (inTitle & actionBits, asked & actionBits);
        features[(int)Feature.SameAction] = (actionInTitle & actionAsked) != 0 ? 1 : 0;
        features[(int)Feature.OtherAction] = actionInTitle != 0 && (actionInTitle & actionAsked) == 0 ? (actionAsked != 0 ? 1 : 0.5f) : 0;
        features[(int)Feature.ActionUnmet] = actionAsked != 0 && (actionInTitle & actionAsked) == 0 ? 1 : 0;
        features[(int)Feature.Previous] = query.Previous == p ? query.Leans : 0;
        features[(int)Feature.PreviousField] = query.Previous >= 0 && index.FieldNumber[p] == index.FieldNumber[query.Previous] ? query.Leans : 0;
        features[(int)Feature.FieldExplains] = Share(query, index.FieldWords[p]);
    }

    private float Share(Query query, int[] words)
    {
        var shared = 0f;
        foreach (ref readonly var term in query.Terms.AsSpan())
        {
            shared += index.Holds(words, term) ? term.Weight : 0;
        }

        return shared / query.Mass;
    }
}
