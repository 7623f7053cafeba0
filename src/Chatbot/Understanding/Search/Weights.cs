using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chatbot.Understanding.Search;

/// <summary>The learned numbers, written by <c>Chatbot.Cli train</c> into Data/weights.json.</summary>
public sealed record Weights
{
    /// <summary>One weight a <see cref="Feature"/>; a missing one is 0.</summary>
    public required IReadOnlyDictionary<string, double> Ranking { get; init; }

    /// <summary>Where training begins and what it holds weights near, set by hand; written back unchanged, so that training twice gives the same file.</summary>
    public IReadOnlyDictionary<string, double> Start { get; init; } = new Dictionary<string, double>();

    /// <summary>Logistic model of "the first candidate is right": one weight a signal, and "bias".</summary>
    public required IReadOnlyDictionary<string, double> Confidence { get; init; }

    /// <summary>Logistic model of "this asks for no procedure at all": one weight a signal, and "bias".</summary>
    public IReadOnlyDictionary<string, double> Other { get; init; } = new Dictionary<string, double>();

    /// <summary>Logistic model of "this is an emergency or a complaint": one weight a signal, and "bias".</summary>
    public IReadOnlyDictionary<string, double> Alarm { get; init; } = new Dictionary<string, double>();

    /// <summary>From this chance on a message is handled as an emergency or a complaint, 0 to 1; above 1 when nothing was learnt.</summary>
    public double AlarmFrom { get; init; } = 2;

    /// <summary>From this chance on a message is taken for what it sounds like instead of a question about a procedure, 0 to 1.</summary>
    public double OtherFrom { get; init; } = 1;

    /// <summary>From this chance on the bot asks back instead of answering, 0 to 1.</summary>
    public double OtherDoubt { get; init; } = 1;

    /// <summary>Below it a message is not taken for a question about a procedure, 0 to 1.</summary>
    public required double Abstain { get; init; }

    /// <summary>Below it the bot asks back, 0 to 1.</summary>
    public required double Clarify { get; init; }

    /// <summary>How it was trained, for the reader of the file.</summary>
    public string About { get; init; } = "";

    /// <summary>Fingerprint of the lists it was learnt from.</summary>
    public string Lists { get; init; } = "";

    /// <summary>Fingerprint of the kinds.tsv that was learnt with it.</summary>
    public string Kinds { get; init; } = "";

    /// <summary>Fingerprint of the aspect-weights.tsv that was learnt with it.</summary>
    public string Aspects { get; init; } = "";

    public double[] StartVector() => [.. Enum.GetNames<Feature>().Select(name => Start.GetValueOrDefault(name))];

    public double[] RankingVector() => [.. Enum.GetNames<Feature>().Select(name => Ranking.GetValueOrDefault(name))];

    public static Weights Parse(string json) =>
        JsonSerializer.Deserialize(json, WeightsJson.Default.Weights) ?? throw new JsonException("The weights file is empty.");

    public string Written() => JsonSerializer.Serialize(this, WeightsJson.Default.Weights);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Weights))]
internal sealed partial class WeightsJson : JsonSerializerContext;
