using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Cli;

/// <summary><c>audit verify [--noted SEQUENCE:HASH] [--database CONNECTION]</c>: reads the whole audit trail and names the first row that is altered or missing.
/// It prints where the trail ends; noted elsewhere and given back next time, that finds a trail that was written anew too.</summary>
public static class AuditVerb
{
    public static int Run(string[] args) => RunAsync(args, Console.Out, Console.Error, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: whole; 1: not, or the database refused; 2: wrong call.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var arguments = new Arguments(args.Length > 0 ? args[1..] : []);
        var noted = arguments.Get("noted") is { } text ? AuditMark.Read(text) : null;
        if (args is not ["verify", ..] || (arguments.Has("noted") && noted is null))
        {
            await errors.WriteLineAsync("Usage: audit verify [--noted SEQUENCE:HASH] [--database CONNECTION]");
            return 2;
        }
        return await CommandDatabase.UseAsync(arguments.Get("database"), errors, databases => VerifyAsync(databases, noted, output, ct));
    }

    private static async Task<int> VerifyAsync(IDbContextFactory<ChatbotDb> databases, AuditMark? noted, TextWriter output, CancellationToken ct)
    {
        var verdict = await new AuditVerifier(databases).VerifyAsync(noted, ct);
        await output.WriteLineAsync(Words(verdict));
        return verdict is AuditVerdict.Intact ? 0 : 1;
    }

    private static string Words(AuditVerdict verdict) => verdict switch
    {
        AuditVerdict.Intact intact => $"The audit trail is whole. It ends at {intact.Head}",
        AuditVerdict.Altered altered => $"Row {altered.Sequence} is ALTERED.",
        AuditVerdict.Missing missing => $"Row {missing.Sequence} is MISSING.",
        AuditVerdict.CutOff cut => $"The end is CUT OFF: rows {cut.Last + 1} to {cut.Expected} are missing.",
        AuditVerdict.HeadWrong head => $"The head does not know what follows row {head.Last}: it was ALTERED or rows were added by hand.",
        AuditVerdict.Replaced replaced => $"Row {replaced.Sequence} is not the one that was noted: the trail was REPLACED.",
        _ => throw new InvalidOperationException("No such verdict."),
    };
}
