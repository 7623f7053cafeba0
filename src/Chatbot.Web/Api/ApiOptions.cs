using System.ComponentModel.DataAnnotations;

namespace Chatbot.Web.Api;

/// <summary>Section <c>Api</c>: what other systems may ask of us.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Requests that one key may make in a minute.</summary>
    [Range(1, 100_000)] public int RequestsPerMinute { get; init; } = 120;
}
