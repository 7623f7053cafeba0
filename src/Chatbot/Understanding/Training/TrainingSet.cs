using Chatbot.Understanding.Kinds;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Training;

/// <param name="Expected">Codes that are right; empty for a message that is no question about a procedure.</param>
/// <param name="Phrase">Its number in the bank, so that it is asked as if it were not there; -1 for a question from outside.</param>
public sealed record TrainingQuestion(string Text, string? Previous, IReadOnlyList<string> Expected, int Phrase, double Importance)
{
    /// <summary>The field of the procedure, for the table by field; empty when nobody will ask for it.</summary>
    public string Field { get; init; } = "";

    /// <summary>How a question from outside is written, for the table by style.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>No code is expected, but a procedure is asked for; only its kind can be judged.</summary>
    public bool AsksSomeProcedure { get; init; }

    /// <summary>An emergency or a complaint.</summary>
    public bool IsAlarm { get; init; }

    public bool IsOther => Expected.Count == 0 && !AsksSomeProcedure;
}

/// <summary>Questions to learn from: the phrase bank asked of itself one phrase left out, and the examples that are no procedure.</summary>
/// <param name="sounds">What a question sounds like to who has not seen it; null: to the weights as they are.</param>
public sealed class TrainingSet(Understander understander, Func<TrainingQuestion, KindOfMessage>? sounds = null)
{
    private const int MostPhrasesACode = 10;
    private const double TitleImportance = 0.3;
    private const double PhraseImportance = 0.4;

    /// <summary>What citizens ask every day counts as that many more questions.</summary>
    private const double PopularTimes = 4;
    private readonly CatalogueIndex index = understander.Index;

    /// <summary>
    /// Up to ten phrases a procedure; each third without accents; each fourth after talk of another procedure of the same field,
    /// to learn that a new question leaves the topic.
    /// </summary>
    public IReadOnlyList<TrainingQuestion> FromPhrases()
    {
        var questions = new List<TrainingQuestion>();
        var inField = Enumerable.Range(0, index.Count).Where(p => index.PhraseCount[p] > 0).ToLookup(p => index.FieldNumber[p]);
        foreach (var phrases in Enumerable.Range(0, index.Phrases.Length).Where(i => index.Phrases[i].Owner < index.Count).GroupBy(i => index.Phrases[i].Owner))
        {
            var step = Math.Max(1, phrases.Count() / MostPhrasesACode);
            questions.AddRange(phrases.Where((_, n) => n % step == 0).Take(MostPhrasesACode).Select(i => FromPhrase(i, inField[index.FieldNumber[phrases.Key]].ToArray())));
        }

        return questions;
    }

    /// <summary>Every third procedure without phrases asked for by its title, each fifth word forgotten: formal questions go to the title they quote.</summary>
    public IReadOnlyList<TrainingQuestion> FromTitles() =>
        [.. Enumerable.Range(0, index.Count).Where(p => p % 3 == 0 && index.PhraseCount[p] == 0)
            .Select(p => new TrainingQuestion("thủ tục " + string.Join(' ', index.Procedures[p].Title.Split(' ').Where((_, i) => i % 5 != 4)), null, [index.Procedures[p].Code], -1, TitleImportance) { Field = "" })];

    public IReadOnlyList<TrainingQuestion> FromExamples() =>
        [.. Enumerable.Range(0, index.Phrases.Length).Where(i => index.Phrases[i].Owner >= index.Count)
            .Select(i => new TrainingQuestion(index.Phrases[i].Text, null, [], i, 1)
            {
                IsAlarm = Alarms.IsAlarm(Rules.Meanings.HandlingOf(index.Meanings[index.Phrases[i].Owner - index.Count])),
            })];

    /// <summary>All codes of the services of the expected codes: a sibling is right too.</summary>
    public bool IsRight(int procedure, IReadOnlyList<string> expected)
    {
        foreach (var code in expected)
        {
            if (index.ByCode.TryGetValue(code, out var wanted) && index.Service[wanted] == index.Service[procedure])
            {
                return true;
            }
        }

        return false;
    }

    public (RankedQuestion Ranked, Query Query, Ranking Ranking) Rank(TrainingQuestion question)
    {
        var (query, ranking) = understander.Rank(question.Text, question.Previous, question.Phrase);
        query = sounds is null ? query : query with { Sounds = sounds(question) };
        return (new([.. ranking.Candidates.Select(c => c.Features)], [.. ranking.Candidates.Select(c => IsRight(c.Procedure, question.Expected))], question.Importance), query, ranking);
    }

    private TrainingQuestion FromPhrase(int number, int[] neighbours)
    {
        var phrase = index.Phrases[number];
        var previous = number % 4 == 0 && neighbours.Length > 1 ? neighbours[number / 4 % neighbours.Length] : -1;
        return new(number % 3 == 0 ? Letters.Fold(phrase.Text.Normalize()) : phrase.Text, previous < 0 ? null : index.Procedures[previous].Code,
            [index.Procedures[phrase.Owner].Code], number, PhraseImportance * (1 + (PopularTimes * index.Popularity[phrase.Owner])))
        { Field = index.Procedures[phrase.Owner].Field };
    }
}
