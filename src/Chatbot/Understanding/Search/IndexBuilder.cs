using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>Reads catalogue and phrase bank into a <see cref="CatalogueIndex"/>: under two seconds for 4,000 procedures.</summary>
public sealed class IndexBuilder
{
    private const int LongestBody = 4_000;
    private const float MostPopular = 3;

    /// <summary>Examples of this meaning only teach what a question about a procedure sounds like.</summary>
    private const string Procedure = "procedure";
    private readonly Lexis lexis = new();
    private readonly Dictionary<long, int> pairIds = new(65_536);
    private readonly IReadOnlyList<KnownProcedure> procedures;
    private readonly Concepts concepts;
    private readonly UnderstandingData data;
    private readonly Dictionary<string, int> byCode;

    private IndexBuilder(KnownCatalogue catalogue, UnderstandingData data)
    {
        this.data = data;
        concepts = new(data.Concepts);
        procedures = catalogue.Procedures;
        byCode = new(procedures.Count, StringComparer.Ordinal);
        for (var i = 0; i < procedures.Count; i++)
        {
            byCode.TryAdd(procedures[i].Code, i);
        }
    }

    public static CatalogueIndex Build(KnownCatalogue catalogue, UnderstandingData data, Wording wording) =>
        new IndexBuilder(catalogue, data).Build(catalogue.Faqs, wording);

    private CatalogueIndex Build(IReadOnlyList<KnownFaq> faqs, Wording wording)
    {
        var titles = procedures.Select(p => WithConcepts(Known(lexis.Learn(Titles.Plain(p.Title), 3)))).ToArray();
        var fields = procedures.Select(p => Known(lexis.Learn(p.Field, 1))).ToArray();
        var meanings = new List<string>();
        var sources = PhraseSources(faqs, meanings);
        foreach (var (_, text) in sources)
        {
            lexis.Learn(text, 3);
        }

        foreach (var row in data.Rules.Concat(data.Aspects).Select(r => r[1]).Concat(data.EverydayWords.Select(r => r[0])).Concat(data.Concepts.Select(r => r[1])).Concat(data.StopWords.Concat(data.Places).Select(r => r[0])))
        {
            lexis.Learn(AsSentences(row), 3);   // what rules and lists look for must not be "repaired" into something else
        }

        var bodies = procedures.Select(p => lexis.Learn(Cut(p.Body), 1, pairsToo: false)).ToArray();
        var phraseWords = sources.Select(s => (s.Owner, Words: WithConcepts(Known(lexis.Learn(s.Text, 0, pairsToo: false))))).ToList();
        var (weights, folds) = WordWeights.Of(lexis, titles, phraseWords.Where(p => p.Owner < procedures.Count));
        var phrases = Phrases(sources, phraseWords, wording, weights, folds);
        return Assemble(titles, fields, bodies, phrases, meanings, weights, folds);
    }

    private CatalogueIndex Assemble(int[][] titles, int[][] fields, List<int>[] bodies, List<Phrase> phrases, List<string> meanings, float[] weights, float[] folds)
    {
        var titlePairs = titles.Select(t => (IEnumerable<int>)[.. Pairs(t)]).ToArray();
        var terms = lexis.Count;
        var service = Services.Of(procedures, data.Siblings, byCode);
        return new()
        {
            Lexis = lexis,
            Procedures = [.. procedures.Select(p => p with { Body = "", Phrases = [], SameServiceAs = [] })],   // read by now; the catalogue holds these texts anyway
            TitleWords = [.. titles.Select(t => t.Distinct().ToArray())],
            TitleMass = [.. titles.Select(t => t.Distinct().Sum(w => weights[w]))],
            TitleFoldMass = [.. titles.Select(t => t.Distinct().Sum(w => folds[lexis.FoldOf(w)]))],
            CoreWords = [.. procedures.Select(p => WithConcepts(Known(lexis.Learn(Titles.Core(p.Title), 0, pairsToo: false))).Distinct().ToArray())],
            FieldWords = [.. fields.Select(f => f.Distinct().ToArray())],
            FieldNumber = Numbered(procedures.Select(p => p.Field)),
            Qualifiers = [.. new Qualifiers(data.Qualifiers).OfTitles(procedures)],
            Ages = [.. procedures.Select(p => AgeRange.OfTitle(p.Title))],
            Standings = [.. procedures.Select(Titles.StandingOf)],
            Service = service,
            Phrases = [.. phrases],
            PhraseOwners = [.. phrases.Select(p => p.Owner)],
            PhraseMass = [.. phrases.Select(p => p.Mass)],
            PhraseFoldMass = [.. phrases.Select(p => p.FoldMass)],
            FoldOf = [.. Enumerable.Range(0, lexis.Count).Select(lexis.FoldOf)],
            Members = [.. Enumerable.Range(0, lexis.Folds.Count).Select(f => lexis.MembersOf(f).ToArray())],
            PhraseCount = Packing.PhraseCounts(phrases, procedures.Count),
            PhrasesOf = PhrasesByOwner(phrases),
            Meanings = meanings,
            Titles = Packing.Sets(terms, titles.Select(t => t.Distinct())),
            TitlePairs = Packing.Sets(pairIds.Count, titlePairs),
            Bodies = Packing.Bodies(terms, bodies),
            PhraseWords = Packing.Sets(terms, phrases.Select(p => (IEnumerable<int>)p.Words)),
            PhrasePairs = Packing.Sets(pairIds.Count, phrases.Select(p => (IEnumerable<int>)p.Pairs)),
            PhraseWordsByProcedure = Packing.ByOwner(terms, phrases, procedures.Count, p => p.Words),
            PhrasePairsByProcedure = Packing.ByOwner(pairIds.Count, phrases, procedures.Count, p => p.Pairs),
            Popularity = Popularity(service),
            PairIds = pairIds,
            PairWeights = PairWeights(titlePairs, phrases),
            WordWeights = weights,
            FoldWeights = folds,
            ByCode = byCode,
        };
    }

    private List<(int Owner, string Text)> PhraseSources(IReadOnlyList<KnownFaq> faqs, List<string> meanings)
    {
        var sources = new List<(int, string)>();
        sources.AddRange(data.Phrases.Where(row => byCode.ContainsKey(row[0])).Select(row => (byCode[row[0]], row[1])));
        sources.AddRange(procedures.SelectMany((p, i) => p.Phrases.Select(text => (i, text))));
        var answered = faqs.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (meaning, text) in data.Examples.Where(row => row[0] != Procedure && HasAnswer(row[0], answered)).Select(row => (row[0], row[1]))
            .Concat(faqs.SelectMany(f => f.Questions.Select(q => ($"faq {f.Id} {f.ProcedureCode}".TrimEnd(), q)))))
        {
            var number = meanings.IndexOf(meaning);
            if (number < 0)
            {
                number = meanings.Count;
                meanings.Add(meaning);
            }

            sources.Add((procedures.Count + number, text));
        }

        return sources;
    }

    /// <summary>Questions for an entry that this catalogue lacks must not take those for its own; a catalogue without any keeps them all, to know them for what they are.</summary>
    private static bool HasAnswer(string meaning, HashSet<string> answered) =>
        answered.Count == 0 || meaning.Split(' ') is not ["faq", var id, ..] || Meanings.FaqTopics.ContainsKey(id) || answered.Contains(id);

    private int[] WithConcepts(int[] words) => [.. words, .. concepts.In(AsReading(words)).Select(lexis.Add)];

    private List<Phrase> Phrases(List<(int Owner, string Text)> sources, List<(int Owner, int[] Words)> read, Wording wording, float[] weights, float[] folds)
    {
        var phrases = new List<Phrase>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            var words = read[i].Words;
            var telling = wording.Of(AsReading(words)).Weights;
            var (mass, foldMass) = (0f, 0f);
            for (var w = 0; w < words.Length; w++)
            {
                mass += telling[w] * weights[words[w]];
                foldMass += telling[w] * folds[lexis.FoldOf(words[w])];
            }

            phrases.Add(new(sources[i].Owner, sources[i].Text, [.. words.Distinct()], [.. Pairs(words).Distinct()], Math.Max(mass, 0.1f), Math.Max(foldMass, 0.1f)));
        }

        return phrases;
    }

    private Reading AsReading(int[] words) =>
        new("", [.. words.Select(w => new ReadWord(lexis.Words[w], lexis.Folds[lexis.FoldOf(w)], lexis.Words[w], 0, false))], false, 1);

    private IEnumerable<int> Pairs(int[] words)
    {
        for (var i = 0; i + 1 < words.Length && !Concepts.Is(lexis.Words[words[i + 1]]); i++)
        {
            var key = Lexis.Key(lexis.FoldOf(words[i]), lexis.FoldOf(words[i + 1]));
            if (!pairIds.TryGetValue(key, out var id))
            {
                pairIds[key] = id = pairIds.Count;
            }

            yield return id;
        }
    }

    private float[] PairWeights(IEnumerable<int>[] titlePairs, List<Phrase> phrases)
    {
        var owners = new HashSet<long>();
        var held = new int[pairIds.Count];
        foreach (var (owner, pair) in titlePairs.SelectMany((pairs, i) => pairs.Select(p => (i, p))).Concat(phrases.SelectMany(p => p.Pairs.Select(x => (p.Owner, x)))))
        {
            held[pair] += owners.Add(Lexis.Key(owner, pair)) ? 1 : 0;
        }

        var rarest = Math.Log(procedures.Count + 1.0);
        return [.. held.Select(h => (float)Math.Max(0.02, Math.Log((procedures.Count + 1.0) / Math.Max(1, h)) / rarest))];
    }

    private int[][] PhrasesByOwner(List<Phrase> phrases)
    {
        var byOwner = Enumerable.Range(0, phrases.Count).ToLookup(i => phrases[i].Owner);
        return [.. Enumerable.Range(0, procedures.Count).Select(p => byOwner[p].ToArray())];
    }

    private float[] Popularity(int[] service)
    {
        var ofService = new Dictionary<int, float>();
        foreach (var row in data.Popularity)
        {
            var share = float.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture) / MostPopular;
            foreach (var code in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(byCode.ContainsKey))
            {
                var number = service[byCode[code]];
                ofService[number] = Math.Max(share, ofService.GetValueOrDefault(number));
            }
        }

        return [.. service.Select(s => ofService.GetValueOrDefault(s))];
    }

    private static int[] Numbered(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(n => numbers.TryGetValue(n, out var number) ? number : numbers[n] = numbers.Count)];
    }

    private static int[] Known(List<int> words) => [.. words.Where(w => w >= 0)];

    private static string AsSentences(string row) => row.Replace('|', '.').Replace('&', '.').Replace('_', '.');

    private static string Cut(string body) => body.Length > LongestBody ? body[..LongestBody] : body;
}
