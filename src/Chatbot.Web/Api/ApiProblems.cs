using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Campaigns;
using Chatbot.Web.Console.Campaigns;

namespace Chatbot.Web.Api;

/// <summary>A refusal as RFC 9457 writes it, in words for the person who builds on the interface.</summary>
/// <param name="Code">For programs; never changes.</param>
public sealed record ApiProblem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>What must be mended in a campaign; null: it is about something else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<ApiFault>? Faults { get; init; }
}

/// <param name="Code">Name of a <see cref="CampaignFault"/>.</param>
public sealed record ApiFault(string Code, string Detail);

/// <summary>Status and body of an answer, as they are stored and sent.</summary>
internal sealed record ApiReply(int Status, string Body)
{
    public static ApiReply Of(int status, object value) => new(status, JsonSerializer.Serialize(value, ApiJson.Options));

    public static ApiReply Problem(int status, string code, IReadOnlyList<CampaignFault>? faults = null) => Of(status, new ApiProblem("about:blank", ApiTexts.ProblemTitle(code), status, ApiTexts.ProblemDetail(code), code)
    {
        Faults = faults is null ? null : [.. faults.Select(fault => new ApiFault(fault.ToString(), CampaignWords.Of(fault)))],
    });

    public IResult ToResult() => Results.Text(Body, Status >= 400 ? "application/problem+json; charset=utf-8" : "application/json; charset=utf-8", statusCode: Status);
}
