using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>What a message means that asks for no procedure and that no rule knows.</summary>
public sealed class OtherMessages(CatalogueIndex index)
{
    /// <summary>An example this alike says what is meant, whatever the words sound like.</summary>
    private const float Close = 0.5f;

    /// <summary>The most alike example's meaning, of the kind that the message sounds like unless the example is close.</summary>
    public Understood Of(Finding finding, double chance)
    {
        var (kind, ranking) = (finding.Query.Sounds.Kind, finding.Ranking);
        if (ranking.Meaning >= 0 && ranking.MeaningLikeness > Close)
        {
            return Meanings.ToUnderstood(index.Meanings[ranking.Meaning], chance);
        }

        var best = -1;
        for (var m = 0; m < index.Meanings.Count; m++)
        {
            var fits = index.Meanings[m].StartsWith(Wire.Name(kind), StringComparison.Ordinal);
            best = fits && (best < 0 || ranking.Likenesses[m] > ranking.Likenesses[best]) ? m : best;
        }

        return best < 0 || (kind == Handling.Faq && ranking.Likenesses[best] < 0.3f) ? Understood.Nothing with { Confidence = chance } : Meanings.ToUnderstood(index.Meanings[best], chance);
    }
}
