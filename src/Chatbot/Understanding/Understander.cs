using Chatbot.Understanding.Aspects;
using Chatbot.Understanding.Kinds;
using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding;

/// <summary>Understands messages against one snapshot of the catalogue. Never changes once built; any number of threads may ask it.</summary>
public sealed class Understander
{
    private readonly CatalogueIndex index;
    private readonly Reader reader;
    private readonly Wording wording;
    private readonly QueryMaker queries;
    private readonly Ranker ranker;
    private readonly RuleBook rules;
    private readonly Places places;
    private readonly Decision decision;
    private readonly FollowUps followUps;
    private readonly KindModel kinds;
    private readonly AspectModel aspects;
    private readonly KeyMash keyMash;

    private Understander(CatalogueIndex index, UnderstandingData data, Wording wording)
    {
        var qualifiers = new Qualifiers(data.Qualifiers);
        this.index = index;
        this.wording = wording;
        var shortForms = new ShortForms(data.ShortForms);
        reader = new(index.Lexis, shortForms);
        keyMash = new(index.Lexis, shortForms);
        queries = new(index, wording, qualifiers, new(data.EverydayWords), new(data.Concepts));
        ranker = new(index, qualifiers, data.Weights.RankingVector());
        rules = new(data.Rules);
        places = new(data.Places);
        decision = new(index, data.Weights);
        followUps = new(index, queries, ranker);
        kinds = new(data.Kinds);
        aspects = new(data.AspectWeights);
    }

    /// <summary>Builds the index: a second or two for 4,000 procedures on one core.</summary>
    public static Understander Build(KnownCatalogue catalogue, UnderstandingData data)
    {
        var wording = new Wording(data);
        return new(IndexBuilder.Build(catalogue, data, wording), data, wording);
    }

    private Understander(Understander same, Ranker ranker)
    {
        (index, reader, wording, queries, rules) = (same.index, same.reader, same.wording, same.queries, same.rules);
        (places, decision, kinds, aspects, keyMash) = (same.places, same.decision, same.kinds, same.aspects, same.keyMash);
        this.ranker = ranker;
        followUps = new(index, queries, ranker);
    }

    /// <summary>The same understanding for an office that does not give some of the answers; they share the index.</summary>
    public Understander Without(IReadOnlySet<string> faqIds)
    {
        var hidden = index.Meanings.Select(m => m.Split(' ') is ["faq", var id, ..] && faqIds.Contains(id)).ToArray();
        return hidden.Contains(true) ? new(this, ranker.Without(hidden)) : this;
    }

    /// <param name="previousCode">Procedure talked about before; null at the start of a talk. An unknown code counts as null.</param>
    public Understood Understand(string text, string? previousCode) => Understand(text, previousCode, null);

    /// <summary>The same answer with the reasons for it.</summary>
    public (Understood Understood, Trace Trace) Explain(string text, string? previousCode)
    {
        var trace = new Trace();
        return (Understand(text, previousCode, trace), trace);
    }

    internal CatalogueIndex Index => index;

    internal Decision Decision => decision;

    /// <summary>The same index under other weights, for training.</summary>
    internal Understander With(UnderstandingData data) => new(index, data, wording);

    internal Reading Read(string text) => reader.Read(text, null);

    /// <summary>What the kind of a message is told by, for training.</summary>
    internal List<ulong> KindFeaturesOf(string text, Dictionary<ulong, string>? names)
    {
        var reading = reader.Read(text, null);
        return KindFeatures.Of(reading, wording.Of(reading), rules.GroupsIn(rules.Look(reading)), names);
    }

    /// <summary>What the aspect of a message is told by, for training.</summary>
    internal List<ulong> AspectFeaturesOf(string text, Dictionary<ulong, string>? names)
    {
        var reading = reader.Read(text, null);
        return AspectFeatures.Of(reading, wording.Of(reading), names);
    }

    /// <summary>The aspect that the list of words alone finds, for training.</summary>
    internal Aspect ListedAspectOf(string text) => wording.Of(reader.Read(text, null)).Aspect;

    /// <summary>Codes that the text may be about, best first, up to 40: no rules, no decision.</summary>
    public IReadOnlyList<string> Suggest(string text) => [.. Rank(text, null, -1).Ranking.Candidates.Select(c => index.Procedures[c.Procedure].Code)];

    /// <summary>By what a question is compared with others.</summary>
    public Learning.QuestionWords WordsOf(string text) => Learning.TellingWords.Of(Read(text), Rank(text, null, -1).Query, index);

    /// <summary>The ranking alone, for training: no rules, no decision.</summary>
    internal (Query Query, Ranking Ranking) Rank(string text, string? previousCode, int withoutPhrase)
    {
        var reading = reader.Read(text, null);
        var worded = wording.Of(reading);
        var seen = rules.Look(reading);
        var sounds = kinds.Of(KindFeatures.Of(reading, worded, rules.GroupsIn(seen)));
        var query = queries.Make(reading, worded, PreviousOf(previousCode), withoutPhrase) with
        {
            Sounds = sounds,
            AlarmRule = AlarmOf(rules.Match(reading, seen)),
        };
        return (query, ranker.Rank(query));
    }

    private Understood Understand(string text, string? previousCode, Trace? trace)
    {
        var reading = reader.Read(text, trace);
        if (trace is not null)
        {
            Trace.Note(trace, "đọc", string.Join(' ', reading.Words.Select(w => w.Text)) + (reading.AccentFree ? " (không dấu)" : ""));
        }

        var seen = rules.Look(reading);
        var worded = wording.Of(reading);
        var answer = Answer(new(reading, worded, kinds.Of(KindFeatures.Of(reading, worded, rules.GroupsIn(seen))), PreviousOf(previousCode)) { Seen = seen }, trace);
        if (trace is not null)
        {
            Trace.Note(trace, "kết luận", $"{Wire.Name(answer.Handling)} {Wire.Name(answer.Aspect)} {answer.Confidence:0.00}");
        }

        return answer with { DossierNumber = Numbers.DossierIn(reading.Normalised), Places = places.In(reading) };
    }

    /// <summary>The answer as if a phrase were not in the bank and the kinds were learnt without it, for training.</summary>
    internal Understood AnswerLeftOut(string text, int withoutPhrase, KindOfMessage sounds)
    {
        var reading = reader.Read(text, null);
        return Answer(new(reading, wording.Of(reading), sounds, -1) { WithoutPhrase = withoutPhrase, Seen = rules.Look(reading) }, null);
    }

    /// <param name="Previous">Procedure talked about before; -1 when none.</param>
    private sealed record Heard(Reading Reading, Worded Worded, KindOfMessage Sounds, int Previous)
    {
        public int WithoutPhrase { get; init; } = -1;

        public required SeenWords Seen { get; init; }

        /// <summary>A rule's meaning that holds unless a procedure is clearly meant; null when no such rule held.</summary>
        public string? WeakMeaning { get; init; }

        /// <summary>A matter is named, but nothing that is wanted of it.</summary>
        public bool IsVague { get; init; }

        /// <inheritdoc cref="Query.AlarmRule"/>
        public float AlarmRule { get; init; }
    }

    private Understood Answer(Heard heard, Trace? trace)
    {
        if (heard.Reading.Words.Count == 0)
        {
            return Meanings.ToUnderstood("smalltalk menu", 0.5);
        }

        if (Numbers.CodeIn(heard.Reading.Normalised) is { } code && index.ByCode.TryGetValue(code, out var exact))
        {
            return decision.Named(exact, AspectOf(heard));
        }

        var rule = rules.Match(heard.Reading, heard.Seen);
        Trace.Note(trace, "quy tắc", rule is null ? "không có" : rule.Meaning + (rule.Likely ? "" : " (chỉ giống chữ)"));
        if (rule is not null && !Meanings.IsWeak(rule.Meaning) && Believes(rule, heard))
        {
            return Meanings.ToUnderstood(rule.Meaning, 0.97) with { IsByRule = true };
        }

        if (rule is null && heard.Previous < 0 && keyMash.Is(heard.Reading))
        {
            return Understood.Nothing;   // not one word of the language of this bot
        }

        var weak = rule is null || (!rule.Likely && !Meanings.IsWeak(rule.Meaning)) ? null : rule.Meaning;
        return Found(heard with { WeakMeaning = weak == Meanings.Vague ? null : weak, IsVague = weak == Meanings.Vague, AlarmRule = AlarmOf(rule) }, trace);
    }

    private static float AlarmOf(RuleMatch? rule) => rule is null || !Alarms.IsAlarm(Meanings.HandlingOf(rule.Meaning)) ? 0 : rule.Likely ? 1 : 0.5f;

    /// <summary>Log odds that no procedure is asked for, above which a strong rule is believed; read off the examples and phrases left out.</summary>
    private const float SurelyAsks = -1.5f;

    /// <summary>The same for a story, and for a rule whose words are there by their letters only.</summary>
    private const float LikelyAsks = -0.5f;

    /// <summary>Chance of danger or complaint from which letters alone are believed.</summary>
    private const float LeastChance = 0.15f;

    /// <summary>
    /// A strong rule about danger or complaint holds unless the whole message sounds like a question about a procedure; sooner in a story, which
    /// tells much beside its request. When only letters agree the message must sound like it.
    /// </summary>
    private static bool Believes(RuleMatch rule, Heard heard)
    {
        var (handling, sounds) = (Meanings.HandlingOf(rule.Meaning), heard.Sounds);
        var mayBeStory = heard.Reading.Words.Count > Clauses.Story;
        var least = heard.Reading.Words.Count > 2 * Clauses.Story ? 0 : mayBeStory ? LikelyAsks : SurelyAsks;
        if (rule.Likely && Meanings.IsFirm(rule.Meaning))
        {
            return true;
        }

        return (rule.Likely, handling is Handling.Emergency or Handling.Complaint) switch
        {
            (true, true) => sounds.Margin > least,
            (true, false) => true,
            (false, true) => sounds.Margin > LikelyAsks && sounds.Chance(handling) > LeastChance,
            (false, false) => sounds.Kind == handling,
        };
    }

    private Understood Found(Heard heard, Trace? trace)
    {
        var (reading, previous) = (heard.Reading, heard.Previous);
        var query = queries.Make(reading, heard.Worded, previous, heard.WithoutPhrase) with { Sounds = heard.Sounds, AlarmRule = heard.AlarmRule };
        var ranking = ranker.Rank(query);
        Explain(ranking, trace);
        if (followUps.Turn(reading, query, ranking) is { } turned)
        {
            Trace.Note(trace, "chuyển ý", index.Procedures[turned.Candidates[0].Procedure].Title);
            return decision.Turned(turned, previous, AspectOf(heard));
        }

        Trace.Note(trace, "giống loại tin", $"{Wire.Name(query.Sounds.Kind)} {query.Sounds.Margin:0.00}");
        var one = decision.Of(new(query, ranking, AspectOf(heard), reading.Words.Count, heard.WeakMeaning) { IsVague = heard.IsVague });
        var mayHoldMore = one.Handling is Handling.Procedure or Handling.Clarify && !IsFollowUp(one, previous) && Decision.LeavesMuchUnsaid(ranking);
        return mayHoldMore ? WithMoreNeeds(one, reading, trace) : one;
    }

    private Aspect AspectOf(Heard heard) => AspectOf(heard.Reading, heard.Worded);

    private Aspect AspectOf(Reading reading, Worded worded) => aspects.IsLearnt ? aspects.Of(AspectFeatures.Of(reading, worded), worded.Aspect) : worded.Aspect;

    private bool IsFollowUp(Understood one, int previous) => previous >= 0 && one.Candidates[0].Code == index.Procedures[previous].Code;

    private Understood WithMoreNeeds(Understood one, Reading reading, Trace? trace)
    {
        foreach (var (left, right) in Needs.Splits(reading))
        {
            if (Sure(left) is { } first && Sure(right) is { } second && first.Service != second.Service)
            {
                Trace.Note(trace, "hai việc", $"{string.Join(' ', left.Words.Select(w => w.Text))} / {string.Join(' ', right.Words.Select(w => w.Text))}");
                return decision.Both(one, first.Need, second.Need);
            }
        }

        return one;
    }

    private SureNeed? Sure(Reading part)
    {
        var worded = wording.Of(part);
        var query = queries.Make(part, worded);
        return Decision.SaysEnough(query) && ranker.RankIf(query, Decision.IsSure) is { } ranking ? decision.SureNeed(ranking, AspectOf(part, worded)) : null;
    }

    private int PreviousOf(string? code) => code is not null && index.ByCode.TryGetValue(code, out var previous) ? previous : -1;

    private void Explain(Ranking ranking, Trace? trace)
    {
        foreach (var scored in trace is null ? [] : ranking.Candidates.Take(5))
        {
            var features = string.Join(' ', Enum.GetValues<Feature>().Where(f => scored.Features[(int)f] > 0.005).Select(f => $"{f}={scored.Features[(int)f]:0.00}"));
            Trace.Note(trace, "ứng viên", $"{index.Procedures[scored.Procedure].Code} {index.Procedures[scored.Procedure].Title} {scored.Share:0.00} {features}");
            Trace.Note(trace, "giống câu", scored.BestPhrase < 0 ? "không có" : index.Phrases[scored.BestPhrase].Text);
        }

        if (ranking.Meaning >= 0)
        {
            Trace.Note(trace, "ví dụ khác", $"{index.Meanings[ranking.Meaning]} {ranking.MeaningLikeness:0.00} {index.Phrases[ranking.MeaningPhrase].Text}");
        }
    }
}
