using System.Diagnostics;
using Chatbot.Cli.Evaluation;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>Scores answers against a file of questions: <c>evaluate --catalogue F --questions F [--questions F] [--data FOLDER] [--against FOLDER] [--html FILE] [--wrong] [--robust] [--ablate]</c>.</summary>
public static class Evaluate
{
    public static int Run(string[] args)
    {
        var options = new Arguments(args);
        if (options.Missing("catalogue", "questions") is { Count: > 0 } missing)
        {
            Console.Error.WriteLine($"evaluate: missing --{string.Join(", --", missing)}");
            Console.Error.WriteLine("Usage: evaluate --catalogue FILE.jsonl[.gz] --questions FILE.jsonl [--questions FILE.jsonl] [--data FOLDER] [--against FOLDER] [--html FILE] [--wrong] [--robust] [--ablate]");
            return 2;
        }

        try
        {
            RunAll(options);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"evaluate: {error.Message}");
            return 1;
        }
    }

    private static void RunAll(Arguments options)
    {
        var catalogue = CatalogueFile.Read(options.Get("catalogue")!, Console.Error.WriteLine);
        var known = catalogue.Procedures.DistinctBy(p => p.Code).ToList();
        var fields = known.ToDictionary(p => p.Code, p => p.Field, StringComparer.Ordinal);
        var data = Ask.Data(options);
        var understander = Ask.Open(options.Get("catalogue")!, data);
        var other = options.Get("against") is { } folder ? Understander.Build(catalogue, Ask.FromFolder(folder)) : null;
        var files = new List<Evaluated>();
        foreach (var path in options.All("questions"))
        {
            var messages = MessageFile.Read(path, Console.Error.WriteLine).ToList();
            var against = other is null ? null : messages.ConvertAll(m => Outcome.Of(other, m, fields, runs: 1));
            var file = new Evaluated(Path.GetFileName(path), messages.ConvertAll(m => Outcome.Of(understander, m, fields)), against);
            Print(file, options, new(catalogue, data, understander, messages));
            files.Add(file);
        }

        if (options.Get("html") is { } page)
        {
            File.WriteAllText(page, new EvaluationPage(known.ToDictionary(p => p.Code, p => p.Title, StringComparer.Ordinal), TimeProvider.System.GetUtcNow()).Write(files));
        }
    }

    private static void Print(Evaluated file, Arguments options, Configuration asked)
    {
        Console.WriteLine($"\n{file.Name}: {file.Outcomes.Count} rows");
        ScoreTable.Print(file.Outcomes, Console.Out);
        ComparisonTable.Print(file, Console.Out);
        if (options.Has("robust"))
        {
            RobustnessTable.Print(asked.Understander, asked.Messages, Console.Out);
        }

        if (options.Has("ablate"))
        {
            AblationTable.Print(asked.Catalogue, asked.Data, asked.Messages, Console.Out);
        }

        if (options.Has("wrong"))
        {
            PrintWrong(file.Outcomes);
        }
    }

    private sealed record Configuration(KnownCatalogue Catalogue, UnderstandingData Data, Understander Understander, IReadOnlyList<AskedMessage> Messages);

    private static void PrintWrong(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var o in outcomes.Where(o => (o.FirstRank != 1 && o.Asked.Expected.Count > 0) || !o.HandlingRight))
        {
            Console.WriteLine($"{o.Asked.Id}\trank {o.FirstRank}\t{o.Asked.Handling}>{Wire.Name(o.Understood.Handling)}\t{o.Understood.Confidence:0.00}\t{o.Asked.Text}\twant {string.Join(' ', o.Asked.Expected)}\tgot {string.Join(' ', o.Understood.Candidates.Take(3).Select(c => c.Code))}");
        }

        foreach (var o in outcomes.Where(o => o.FirstRank > 0 && !o.AspectRight))
        {
            Console.WriteLine($"{o.Asked.Id}\taspect {string.Join(' ', o.Asked.Aspects)}>{Wire.Name(o.Understood.Aspect)}\t{o.Asked.Text}");
        }
    }
}

/// <summary>One question asked and answered.</summary>
/// <param name="FirstRank">Rank of the first right code from 1; 0 when none of the ten is right.</param>
/// <param name="AllRank">Rank by which every need has a right code; 0 when one has none.</param>
public sealed record Outcome(AskedMessage Asked, Understood Understood, string Field, int FirstRank, int AllRank, double Micros)
{
    public bool IsProcedure => Asked.Expected.Count > 0;

    /// <summary>A question about a procedure is handled well by an answer, a question back, or an FAQ entry that carries its code.</summary>
    public bool HandlingRight => Asked.Handling is null || Wire.Name(Understood.Handling) == Asked.Handling
        || (Asked.Handling == "procedure" && Understood.Handling is Handling.Clarify or Handling.Faq && Understood.Candidates.Count > 0);

    public bool AspectRight => Asked.Aspects.Count == 0 || Asked.Aspects.Contains(Wire.Name(Understood.Aspect));

    public static Outcome Of(Understander understander, AskedMessage asked, Dictionary<string, string> fields, int runs = Runs)
    {
        var (understood, micros) = Timed(understander, asked, runs);
        var codes = understood.Candidates.Select(c => c.Code).ToList();
        var ranks = asked.Groups.Select(g => Rank(codes, g)).ToList();
        var all = ranks.Count == 0 || ranks.Contains(0) ? 0 : ranks.Max();
        return new(asked, understood, asked.Expected.Count > 0 ? fields.GetValueOrDefault(asked.Expected[0], "") : "", Rank(codes, asked.Expected), all, micros);
    }

    private const int Runs = 6;

    /// <summary>The best of six runs: others may pay for the JIT or for a neighbour on the machine.</summary>
    private static (Understood Understood, double Micros) Timed(Understander understander, AskedMessage asked, int runs)
    {
        var (understood, best) = (Understood.Nothing, double.MaxValue);
        for (var run = 0; run < runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            understood = understander.Understand(asked.Text, asked.Previous);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        return (understood, best);
    }

    private static int Rank(List<string> codes, IReadOnlyList<string> right) => 1 + codes.FindIndex(c => right.Contains(c));
}
