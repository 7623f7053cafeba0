using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>Answers a file of messages against a catalogue file, without a database: <c>ask --catalogue F --input F --output F [--data FOLDER] [--places FILE] [--explain]</c>.</summary>
public static class Ask
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args)
    {
        var options = new Arguments(args);
        if (options.Missing("catalogue", "input", "output") is { Count: > 0 } missing)
        {
            Console.Error.WriteLine($"ask: missing --{string.Join(", --", missing)}");
            Console.Error.WriteLine("Usage: ask --catalogue FILE.jsonl[.gz] --input messages.jsonl --output answers.jsonl [--data FOLDER] [--places FILE] [--explain]");
            return 2;
        }

        try
        {
            return Answer(options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"ask: {error.Message}");
            return 1;
        }
    }

    private static int Answer(Arguments options)
    {
        var understander = Open(options.Get("catalogue")!, Data(options));
        using var output = new StreamWriter(options.Get("output")!);
        var count = 0;
        foreach (var message in MessageFile.Read(options.Get("input")!, Report))
        {
            var started = Stopwatch.GetTimestamp();
            var understood = understander.Understand(message.Text, message.Previous);
            var micros = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            output.WriteLine(ToJson(message.Id, understood, micros));
            count++;
            if (options.Has("explain"))
            {
                Explain(understander, message);
            }
        }

        Console.WriteLine($"ask: {count} answered");
        return 0;
    }

    /// <summary>Builds the index and asks it a few of the office's own questions first, so that the first citizen does not pay for the JIT.</summary>
    public static Understander Open(string cataloguePath, UnderstandingData? data = null)
    {
        var catalogue = CatalogueFile.Read(cataloguePath, Report);
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var understander = Understander.Build(catalogue, data ?? UnderstandingData.Embedded());
        Console.Error.WriteLine($"index: {catalogue.Procedures.Count} procedures in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms ({(Environment.CpuUsage.TotalTime - used).TotalMilliseconds:0} ms of processor)");
        for (var i = 0; i < 60; i++)
        {
            understander.Understand("Cho hỏi đăng ký khai sinh cho con cần giấy tờ gì, và làm căn cước ở đâu?", null);
            understander.Understand("lam giay ket hon het bao nhieu tien", i % 2 == 0 ? "1.001193" : null);
        }

        return understander;
    }

    /// <summary>The files of a folder like Understanding/Data when <c>--data FOLDER</c> says so, else those that ship.</summary>
    public static UnderstandingData Data(Arguments options)
    {
        var data = options.Get("data") is { } folder ? FromFolder(folder) : UnderstandingData.Embedded();
        return options.Get("places") is { } places ? data.WithPlaces(File.ReadAllText(places)) : data;
    }

    internal static UnderstandingData FromFolder(string folder) => UnderstandingData.From(
        name => File.ReadAllText(PathOf(folder, name)), [.. UnderstandingData.Folders.SelectMany(f => FilesOf(folder, f))]);

    /// <summary>phrases.a-land.tsv is the file a-land.tsv of the folder phrases.</summary>
    private static string PathOf(string folder, string name)
    {
        var inFolder = Array.Find(UnderstandingData.Folders, f => name.StartsWith(f, StringComparison.Ordinal));
        return inFolder is null ? Path.Combine(folder, name) : Path.Combine(folder, inFolder.TrimEnd('.'), name[inFolder.Length..]);
    }

    private static IEnumerable<string> FilesOf(string folder, string inFolder) =>
        Directory.EnumerateFiles(Path.Combine(folder, inFolder.TrimEnd('.')), "*.tsv").Select(f => inFolder + Path.GetFileName(f));

    private static void Report(string problem) => Console.Error.WriteLine(problem);

    private static void Explain(Understander understander, AskedMessage message)
    {
        Console.WriteLine($"── {message.Id} {message.Text}");
        foreach (var line in understander.Explain(message.Text, message.Previous).Trace.Lines)
        {
            Console.WriteLine($"   {line}");
        }
    }

    private static string ToJson(string id, Understood understood, long micros)
    {
        using var buffer = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("handling", Wire.Name(understood.Handling));
            json.WriteString("aspect", Wire.Name(understood.Aspect));
            json.WriteStartArray("codes");
            foreach (var candidate in understood.Candidates)
            {
                json.WriteStringValue(candidate.Code);
            }

            json.WriteEndArray();
            json.WriteNumber("confidence", Math.Round(understood.Confidence, 3));
            json.WriteNumber("micros", micros);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
