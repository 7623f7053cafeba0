using Chatbot.Understanding;
using Chatbot.Understanding.Advice;
using Chatbot.Understanding.Masking;

namespace Chatbot.Conversations;

/// <summary>Asks an <see cref="IQuestionAdvisor"/> about what stays doubtful. It may settle on one of our procedures; it never adds a word to an answer.</summary>
internal sealed class SecondOpinion(IQuestionAdvisor advisor)
{
    private const int Options = 6;
    private const int LongestQuestion = 500;

    /// <summary>An answer by advice is no surer than one that was near to being asked back.</summary>
    private const double Advised = 0.5;

    public async Task<Understood> OnAsync(BotTurn talk, Understood understood, CancellationToken ct)
    {
        if (!advisor.IsOn || !IsDoubtful(understood)) return understood;
        var masked = PersonalDataMask.Shipped.Apply(Cut(talk.Text), KeptWords.None).Text;
        return await advisor.AdviseAsync(new(masked, OptionsFor(talk, understood)), ct) switch
        {
            Advice.Choose choice => Chosen(understood, choice.Code),
            Advice.Rewrite rewrite => Reread(talk, understood, rewrite.Text),
            _ => understood,
        };
    }

    private static bool IsDoubtful(Understood understood) =>
        understood.Handling is Handling.Clarify or Handling.OutOfScope && !understood.IsSurelyOther;

    private static List<ProcedureOption> OptionsFor(BotTurn talk, Understood understood) =>
        [.. understood.Candidates.Select(c => c.Code).Concat(talk.Knowledge.Suggest(talk.Text, Options)).DistinctBy(code => talk.Knowledge.SameService(code)[0])
            .Select(talk.Knowledge.Find).OfType<Catalogue.Procedure>().Take(Options).Select(p => new ProcedureOption(p.Code, p.Name))];

    private static Understood Chosen(Understood understood, string code) => understood with
    {
        Handling = Handling.Procedure,
        Confidence = Math.Max(Advised, understood.Confidence),
        Candidates = [new Candidate(code, Advised), .. understood.Candidates.Where(c => c.Code != code)],
    };

    /// <summary>Other words may find a procedure or a choice of some; nothing else is believed of them.</summary>
    private static Understood Reread(BotTurn talk, Understood understood, string rewritten)
    {
        var again = talk.Knowledge.Understand(rewritten, previousCode: null);
        return again.Handling is Handling.Procedure or Handling.Clarify && again.Candidates.Count > 0 && again.MoreNeeds.Count == 0
            ? again with { Aspect = understood.Aspect == Aspect.General ? again.Aspect : understood.Aspect, Confidence = Math.Min(Advised, again.Confidence) } : understood;
    }

    private static string Cut(string text) => text.Length <= LongestQuestion ? text : text[..LongestQuestion];
}
