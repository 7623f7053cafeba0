namespace Chatbot.Understanding.Advice;

/// <summary>Somebody to ask when a question stays doubtful: the one seam for a language model. May choose and rewrite; what a citizen reads is never written here.</summary>
public interface IQuestionAdvisor
{
    /// <summary>False: not set up; nobody needs to prepare a question.</summary>
    bool IsOn { get; }

    /// <summary>Within its own short budget, and never throws but for <paramref name="ct"/>.</summary>
    /// <returns>Null: no advice (no time, not reachable, nothing usable said).</returns>
    Task<Advice?> AdviseAsync(DoubtfulQuestion question, CancellationToken ct);
}

/// <param name="MaskedText">Without personal data.</param>
/// <param name="Options">Procedures among which may be chosen.</param>
public sealed record DoubtfulQuestion(string MaskedText, IReadOnlyList<ProcedureOption> Options);

public sealed record ProcedureOption(string Code, string Title);

public abstract record Advice
{
    private Advice() { }

    /// <summary>One of the codes that were offered.</summary>
    public sealed record Choose(string Code) : Advice;

    /// <summary>The question in other words, for the search alone.</summary>
    public sealed record Rewrite(string Text) : Advice;
}

/// <summary>Nobody to ask.</summary>
public sealed class NoAdvisor : IQuestionAdvisor
{
    public bool IsOn => false;

    public Task<Advice?> AdviseAsync(DoubtfulQuestion question, CancellationToken ct) => Task.FromResult<Advice?>(null);
}
