namespace Chatbot.Understanding.Kinds;

/// <summary>How likely each handling is by the words alone, before any procedure was looked for.</summary>
/// <param name="LogChances">Natural logarithm of the chance, by the number of the <see cref="Handling"/>.</param>
public sealed record KindOfMessage(float[] LogChances)
{
    private const float Most = 8;

    public static readonly KindOfMessage Unknown = new(new float[Enum.GetValues<Handling>().Length]);

    /// <summary>The likeliest handling that is no question about a procedure.</summary>
    public Handling Kind { get; } = Likeliest(LogChances);

    /// <summary>Log odds that no procedure is asked for, -8 to 8; above 0 when that is likelier.</summary>
    public float Margin { get; } = Odds(LogChances[(int)Handling.Procedure]);

    /// <summary>0 to 1.</summary>
    public float Chance(Handling handling) => MathF.Exp(LogChances[(int)handling]);

    private static Handling Likeliest(float[] logs)
    {
        var best = Handling.OutOfScope;
        for (var kind = 0; kind < logs.Length; kind++)
        {
            best = kind is not (int)Handling.Procedure and not (int)Handling.Clarify && logs[kind] > logs[(int)best] ? (Handling)kind : best;
        }

        return best;
    }

    private static float Odds(float logProcedure)
    {
        var procedure = Math.Clamp(MathF.Exp(logProcedure), 1e-4f, 1 - 1e-4f);
        return Math.Clamp(MathF.Log((1 - procedure) / procedure), -Most, Most);
    }
}
