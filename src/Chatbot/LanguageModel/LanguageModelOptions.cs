using System.ComponentModel.DataAnnotations;

namespace Chatbot.LanguageModel;

/// <summary>Section "LanguageModel": a model that the office itself runs behind an OpenAI-compatible address. Off unless set up; see decision 0016.</summary>
public sealed class LanguageModelOptions : IValidatableObject
{
    public bool Enabled { get; set; }

    /// <summary>Address before <c>/chat/completions</c>, for example http://127.0.0.1:8080/v1.</summary>
    [StringLength(300)]
    public string BaseAddress { get; set; } = "";

    /// <summary>Name of the model as its server knows it.</summary>
    [StringLength(200)]
    public string Model { get; set; } = "";

    /// <summary>Sent as a bearer token; empty: none.</summary>
    [StringLength(500)]
    public string ApiKey { get; set; } = "";

    /// <summary>All the time that one question may cost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:01.500")]
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Questions a minute and process; further ones are answered without advice, as other citizens wait behind each.</summary>
    [Range(1, 600)]
    public int MostPerMinute { get; set; } = 20;

    /// <summary>After so many calls in half a minute, half of them failing, nobody is asked for <see cref="BreakerPause"/>.</summary>
    [Range(2, 100)]
    public int BreakerMinimumCalls { get; set; } = 4;

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enabled) yield break;
        if (!Uri.TryCreate(BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            yield return new("LanguageModel:BaseAddress must be an http or https address without user or password.", [nameof(BaseAddress)]);
        if (Model.Length == 0) yield return new("LanguageModel:Model must be named.", [nameof(Model)]);
    }
}
