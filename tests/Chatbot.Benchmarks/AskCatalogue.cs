using System.Diagnostics;
using System.Globalization;
using Chatbot.Cli;
using Chatbot.Understanding;

namespace Chatbot.Benchmarks;

/// <summary>What understanding costs at the size of today's catalogue and at ten times that: building, memory, time and bytes a question.</summary>
internal static class AskCatalogue
{
    private const int Seed = 20_261_122;
    private const int Questions = 2_000;
    private const int Rounds = 3;
    private const int Threads = 8;

    public static int Run(string path, int copies)
    {
        var catalogue = CatalogueFile.Read(path, Console.Error.WriteLine);
        var data = UnderstandingData.Embedded();
        var questions = AskedTexts.Spelt(data, Questions);
        Console.WriteLine($"{Environment.ProcessorCount} cores, {questions.Length} questions from the phrase bank, a third of them without accents");
        foreach (var size in new[] { 1, copies }.Distinct()) Measure(size == 1 ? catalogue : Multiplied(catalogue, size), data, questions);
        return 0;
    }

    private static void Measure(KnownCatalogue catalogue, UnderstandingData data, string[] questions)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Understander.Build(catalogue, data);   // compiles
        var builds = Enumerable.Range(0, Rounds).Select(_ => Timed(() => Understander.Build(catalogue, data))).Order().ToList();
        var understander = Understander.Build(catalogue, data);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Print($"{catalogue.Procedures.Count} procedures: index built in {builds[0].TotalMilliseconds:0} ms (best of {Rounds}, worst {builds[^1].TotalMilliseconds:0}), {memory / 1e6:0.0} MB");
        foreach (var question in questions) understander.Understand(question, null);
        foreach (var threads in new[] { 1, Threads }) Ask(understander, questions, threads);
    }

    private static void Ask(Understander understander, string[] questions, int threads)
    {
        var micros = new double[threads][];
        var bytes = new long[threads];
        var started = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, threads).Select(t => new Thread(() => (micros[t], bytes[t]) = AskAll(understander, questions, t))).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var sorted = micros.SelectMany(m => m).Order().ToArray();
        Print($"  {threads} threads: p50 {sorted[sorted.Length / 2]:0} µs, p99 {sorted[(int)(sorted.Length * 0.99)]:0} µs, mean {sorted.Average():0} µs, {sorted.Length / seconds:0} questions a second, {bytes.Sum() / sorted.Length} bytes a question");
    }

    private static (double[] Micros, long Bytes) AskAll(Understander understander, string[] questions, int thread)
    {
        var micros = new double[questions.Length * Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < micros.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            understander.Understand(questions[(i + (thread * 251)) % questions.Length], null);
            micros[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }
        return (micros, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Further procedures with titles put together from two others, so that words and pairs are as common as in a real catalogue of that size.</summary>
    private static KnownCatalogue Multiplied(KnownCatalogue catalogue, int copies)
    {
        var random = new Random(Seed);
        var all = new List<KnownProcedure>(catalogue.Procedures);
        for (var copy = 1; copy < copies; copy++)
        {
            foreach (var procedure in catalogue.Procedures)
            {
                var other = catalogue.Procedures[random.Next(catalogue.Procedures.Count)];
                all.Add(procedure with { Code = $"{copy}x{procedure.Code}", Title = Crossed(procedure.Title, other.Title), Field = other.Field });
            }
        }
        return catalogue with { Procedures = all };
    }

    private static string Crossed(string one, string other)
    {
        var (head, tail) = (one.Split(' '), other.Split(' '));
        return string.Join(' ', head.Take((head.Length + 1) / 2).Concat(tail.Skip(tail.Length / 2)));
    }

    private static TimeSpan Timed(Func<object> act)
    {
        var started = Stopwatch.GetTimestamp();
        GC.KeepAlive(act());
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
