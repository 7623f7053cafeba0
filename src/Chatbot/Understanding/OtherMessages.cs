using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>What a message means that asks for no procedure and that no rule knows.</summary>
public sealed class OtherMessages(CatalogueIndex index)
{
    /// <summary>What likeness of an example is worth beside the log chance of its kind.</summary>
    private const float LikenessWorth = 4;

    /// <summary>An answer of the office is given only to who asks about as its examples do.</summary>
    private const float LeastLikeFaq = 0.15f;

    /// <summary>An order to the bot must be worded as its examples are.</summary>
    private const float LeastLikeOrder = 0.5f;

    private readonly Handling[] kinds = [.. index.Meanings.Select(m => Wire.HandlingOf(m.Split(' ')[0]) ?? Handling.OutOfScope)];

    private readonly float[] leastAlike = [.. index.Meanings.Select(m => Meanings.IsOrder(m) ? LeastLikeOrder : Meanings.HandlingOf(m) == Handling.Faq ? LeastLikeFaq : 0)];

    /// <summary>The meaning whose kind the words sound like and whose examples are most alike.</summary>
    public Understood Of(Query query, Ranking ranking, double chance) => Of(query, ranking, chance, any);

    /// <summary>The emergency or complaint whose kind the words sound like and whose examples are most alike.</summary>
    public Understood Alarm(Query query, Ranking ranking, double chance) => Of(query, ranking, chance, alarms);

    private readonly bool[] any = [.. index.Meanings.Select(_ => true)];

    private readonly bool[] alarms = [.. index.Meanings.Select(m => Alarms.IsAlarm(Meanings.HandlingOf(m)))];

    private Understood Of(Query query, Ranking ranking, double chance, bool[] among) =>
        Meaning(query, ranking, among) is >= 0 and var best ? Meanings.ToUnderstood(index.Meanings[best], chance) : Understood.Nothing with { Confidence = chance };

    /// <summary>The kind alone; out of scope when no example is known.</summary>
    public Handling KindOf(Query query, Ranking ranking) => Meaning(query, ranking, any) is >= 0 and var best ? kinds[best] : Handling.OutOfScope;

    private int Meaning(Query query, Ranking ranking, bool[] among)
    {
        var (best, most) = (-1, float.NegativeInfinity);
        for (var m = 0; m < kinds.Length; m++)
        {
            var worth = query.Sounds.LogChances[(int)kinds[m]] + (LikenessWorth * ranking.Likenesses[m]);
            if (among[m] && worth > most && ranking.Likenesses[m] >= leastAlike[m])
            {
                (best, most) = (m, worth);
            }
        }

        return best;
    }
}
