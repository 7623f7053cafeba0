using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>Turns a part of a read message into what the index looks up.</summary>
public sealed class QueryMaker(CatalogueIndex index, Wording wording, Qualifiers qualifiers, EverydayWords everyday, Concepts concepts)
{
    /// <summary>What a word of the title talked about before is worth beside the words of the message.</summary>
    private const float FromBefore = 0.5f;

    /// <summary>A concept repeats what its words tell already.</summary>
    private const float NamedThing = 0.8f;

    public Query Make(Reading reading, int previous = -1, int withoutPhrase = -1) => Make(reading, wording.Of(reading), previous, withoutPhrase);

    /// <param name="worded">What <see cref="Wording.Of"/> told of the same reading; its weights are changed in a long story.</param>
    public Query Make(Reading reading, Worded worded, int previous = -1, int withoutPhrase = -1)
    {
        var (telling, aspects) = (worded.Weights, worded.Aspects);
        if (reading.Words.Count > Clauses.Story)
        {
            Clauses.Weigh(reading, telling, aspects);
        }

        var terms = new List<Term>(reading.Words.Count);
        var (mass, unknown) = (0f, 0f);
        for (var i = 0; i < reading.Words.Count; i++)
        {
            var term = TermOf(reading, reading.Words[i], telling[i]);
            mass += term.Weight;
            unknown += term.Fold < 0 ? term.Weight : 0;
            AddOnce(terms, term);
        }

        foreach (var concept in concepts.In(reading))
        {
            var term = TermOf(reading, new(concept, concept, concept, 0, false), NamedThing);
            mass += term.Weight;
            AddOnce(terms, term);
        }

        foreach (var word in reading.AlsoPossible)
        {
            AddOnce(terms, TermOf(reading, new(word, Letters.Fold(word), word, 0, false), 0.3f));
        }

        var pairs = PairsOf(reading, telling, out var pairMass);
        return new([.. terms], pairs, OfficeTerms(reading))
        {
            Mass = Math.Max(mass, 0.1f),
            PairMass = pairMass,
            Unknown = mass > 0 ? unknown / mass : 0,
            Qualifiers = qualifiers.OfMessage(reading, aspects),
            Age = AgeRange.OfMessage(reading),
            Previous = previous,
            Leans = previous < 0 ? 0 : Math.Clamp(1.6f - mass, 0.15f, 1f),
            WithoutPhrase = withoutPhrase,
            NamesPart = worded.Aspect != Aspect.General,
            AsksStatus = aspects.Count > 0 && aspects[0].Aspect == Aspect.Status,
            Asks = aspects.Count > 0 || EverydayWords.SaysWhatIsWanted(reading, 0, reading.Words.Count),
        };
    }

    /// <summary>The message together with the title of what was talked about before.</summary>
    public Query Joined(Reading reading, int previous)
    {
        var own = Make(reading);
        var terms = own.Terms.ToList();
        foreach (var word in index.TitleWords[previous])
        {
            AddOnce(terms, new(word, index.FoldOf[word], FromBefore * index.WordWeights[word], true, Scratch.OtherAccents));
        }

        return own with { Terms = [.. terms], Mass = Math.Max(0.1f, terms.Sum(t => t.Weight)) };
    }

    private static void AddOnce(List<Term> terms, Term term)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Id == term.Id && terms[i].Fold == term.Fold && term.Fold >= 0)
            {
                terms[i] = terms[i].Weight < term.Weight ? term : terms[i];
                return;
            }
        }

        if (term.Weight > 0.001f)
        {
            terms.Add(term);
        }
    }

    private Term TermOf(Reading reading, ReadWord word, float telling)
    {
        var guessed = word.Likely is not null;
        var (id, fold) = (index.Lexis.IdOf(word.Likely ?? word.Text), index.Lexis.FoldIdOf(word.Folded));
        var exact = guessed || (!reading.AccentFree && (!reading.SavesAccents || word.Text != word.Folded));
        var weight = exact && id >= 0 ? index.WordWeights[id] : fold >= 0 ? index.FoldWeights[fold] : WordWeights.Unseen;
        var others = !exact ? 1 : id < 0 ? Scratch.UnknownAccents : guessed ? Scratch.GuessedAccents : Scratch.OtherAccents;
        return new(id, fold, weight * telling, exact, others);
    }

    private Pair[] PairsOf(Reading reading, float[] telling, out float mass)
    {
        var pairs = new List<Pair>(reading.Words.Count);
        mass = 0;
        for (var i = 0; i + 1 < reading.Words.Count; i++)
        {
            var (left, right) = (index.Lexis.FoldIdOf(reading.Words[i].Folded), index.Lexis.FoldIdOf(reading.Words[i + 1].Folded));
            if (left >= 0 && right >= 0 && index.PairIds.TryGetValue(Lexis.Key(left, right), out var id))
            {
                var weight = index.PairWeights[id] * Math.Min(telling[i], telling[i + 1]) * Math.Max(index.FoldWeights[left], index.FoldWeights[right]);
                mass += weight;
                pairs.Add(new(id, weight));
            }
        }

        return [.. pairs];
    }

    private Term[] OfficeTerms(Reading reading)
    {
        var terms = new List<Term>();
        foreach (var word in everyday.InOfficeTerms(reading))
        {
            if (index.Lexis.IdOf(word) is >= 0 and var id)
            {
                AddOnce(terms, new(id, index.Lexis.FoldOf(id), index.WordWeights[id], true, Scratch.OtherAccents));
            }
        }

        return [.. terms];
    }
}
