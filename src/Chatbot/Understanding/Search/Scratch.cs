namespace Chatbot.Understanding.Search;

/// <summary>Arrays for one question; reused by its thread so that questions leave no garbage behind.</summary>
public sealed class Scratch
{
    public required float[] Title { get; init; }

    public required float[] TitlePairs { get; init; }

    public required float[] Office { get; init; }

    public required float[] Body { get; init; }

    public required float[] Words { get; init; }

    /// <summary>What the phrases of a procedure know of the question's word pairs.</summary>
    public required float[] Pairs { get; init; }

    public required float[] Phrase { get; init; }

    /// <summary>Three best phrases an owner: likeness 1 ≥ 2 ≥ 3.</summary>
    public required float[] Best { get; init; }

    /// <summary>Share of the most contained phrase, an owner.</summary>
    public required float[] Inside { get; init; }

    public required int[] BestPhrase { get; init; }

    public required float[] Quick { get; init; }

    /// <summary>The most promising procedures; the worst of them is looked at first.</summary>
    public PriorityQueue<int, float> Promising { get; } = new();

    /// <summary>The same once all are known, in no order; their features and scores stand at the same place.</summary>
    public List<int> Chosen { get; } = [];

    public required double[] Scores { get; init; }

    private float[] features = [];
    private int featureCount;

    public Span<float> FeaturesOf(int chosen) => features.AsSpan(chosen * featureCount, featureCount);

    /// <summary>Place of the best score; the lower number of two alike.</summary>
    public int First()
    {
        var first = 0;
        for (var at = 1; at < Chosen.Count; at++)
        {
            first = Scores[at] > Scores[first] || (Scores[at] == Scores[first] && Chosen[at] < Chosen[first]) ? at : first;
        }

        return first;
    }

    /// <summary>How well each word of the vocabulary is met by the question, 0 to 1.</summary>
    public required float[] Met { get; init; }

    private readonly List<int> met = [];

    private int[] stamps = [];
    private int stamp;

    /// <param name="candidates">How many procedures are looked at closely.</param>
    public static Scratch For(CatalogueIndex index, int candidates, int featureCount)
    {
        var (procedures, owners, phrases) = (index.Count, index.Count + index.Meanings.Count, index.Phrases.Length);
        return new()
        {
            Title = new float[procedures],
            TitlePairs = new float[procedures],
            Office = new float[procedures],
            Body = new float[procedures],
            Words = new float[procedures],
            Pairs = new float[procedures],
            Phrase = new float[phrases],
            Best = new float[owners * 3],
            Inside = new float[owners],
            BestPhrase = new int[owners],
            Quick = new float[procedures],
            Scores = new double[candidates],
            features = new float[candidates * featureCount],
            featureCount = featureCount,
            Met = new float[index.FoldOf.Length],
            stamps = new int[Math.Max(procedures, phrases)],
        };
    }

    public void Clear()
    {
        foreach (var array in (ReadOnlySpan<float[]>)[Title, TitlePairs, Office, Body, Words, Pairs, Phrase, Best, Inside])
        {
            Array.Clear(array);
        }

        Promising.Clear();
        Chosen.Clear();
        Array.Fill(BestPhrase, -1);
        foreach (var word in met)
        {
            Met[word] = 0;
        }

        met.Clear();
    }

    public void Meet(int word, float match)
    {
        if (match > Met[word])
        {
            Met[word] = match;
            met.Add(word);
        }
    }

    /// <summary>Adds a term to every document that holds it: fully for the spelling that was written, in part for other accents.</summary>
    public void Add(CatalogueIndex index, Postings postings, Term term, float[] into)
    {
        stamp++;
        if (term.Exact && term.Id >= 0)
        {
            AddWord(postings, term.Id, term.Weight, into);
        }

        if (term.Fold >= 0)
        {
            var share = term.Weight * term.Others;
            foreach (var mate in index.Members[term.Fold])
            {
                AddWord(postings, mate, share, into);
            }
        }
    }

    /// <summary>Like Add, but a known word with accents counts as written only: long texts hold nearly every other accent too.</summary>
    public void AddWritten(CatalogueIndex index, Postings postings, Term term, float[] into)
    {
        if (term.Weight <= 0.1f)
        {
            return;
        }

        if (!term.Exact || term.Id < 0)
        {
            Add(index, postings, term, into);
            return;
        }

        stamp++;
        AddWord(postings, term.Id, term.Weight, into);
    }

    /// <summary>What a word with the same letters and other accents is worth when accents were written.</summary>
    public const float OtherAccents = 0.25f;

    public const float UnknownAccents = 0.6f;

    /// <summary>The same when the accents are a guess.</summary>
    public const float GuessedAccents = 0.6f;

    private void AddWord(Postings postings, int word, float weight, float[] into)
    {
        var documents = postings.DocumentsOf(word);
        var values = postings.ValuesOf(word);
        for (var i = 0; i < documents.Length; i++)
        {
            if (stamps[documents[i]] != stamp)
            {
                stamps[documents[i]] = stamp;
                into[documents[i]] += weight * values[i];
            }
        }
    }

    public static void Add(Postings postings, Pair pair, float[] into, float share)
    {
        var documents = postings.DocumentsOf(pair.Id);
        var values = postings.ValuesOf(pair.Id);
        for (var i = 0; i < documents.Length; i++)
        {
            into[documents[i]] += pair.Weight * share * values[i];
        }
    }
}
