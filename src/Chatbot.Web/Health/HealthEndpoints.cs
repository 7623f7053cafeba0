using System.Text.Json.Serialization;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Health;

public static class HealthEndpoints
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: 503 only when an event cannot be committed, everything else is told in the body with 200.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", Ok<LiveAnswer> () => TypedResults.Ok(new LiveAnswer("live")));
        health.MapGet("/ready", ReadyAsync);
        return app;
    }

    private static async Task<JsonHttpResult<ReadyAnswer>> ReadyAsync(HealthBoard board, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var picture = await board.LookAsync(ct);
        var status = picture.State == HealthState.CannotStore ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return TypedResults.Json(Answer(picture), HealthJson.Default.ReadyAnswer, statusCode: status);
    }

    private static ReadyAnswer Answer(HealthPicture picture) => new(
        Word(picture.State, well: "ready"),
        [.. picture.Reports.Select(r => new PartAnswer(r.Name, Word(r.Report.State, well: "well"), r.Report.Detail, r.Report.Figures))]);

    private static string Word(HealthState state, string well) => state switch
    {
        HealthState.Well => well,
        HealthState.Degraded => "degraded",
        _ => "cannot_store",
    };
}

internal sealed record LiveAnswer(string Status);

internal sealed record ReadyAnswer(string Status, IReadOnlyList<PartAnswer> Parts);

internal sealed record PartAnswer(string Name, string Status, string Detail, IReadOnlyDictionary<string, long> Figures);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadyAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;
