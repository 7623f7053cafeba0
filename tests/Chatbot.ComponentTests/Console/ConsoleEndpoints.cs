using System.Text.RegularExpressions;
using Chatbot.Testing.Endpoints;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.ComponentTests.Console;

/// <summary>Everything below <c>/console</c>.</summary>
internal static partial class ConsoleEndpoints
{
    public static IReadOnlyList<ConsoleEndpoint> All { get; } = [.. ServiceEndpoints.Below("/console").SelectMany(Read)];

    private static IEnumerable<ConsoleEndpoint> Read((string Pattern, RouteEndpoint Endpoint) one) =>
        one.Endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => new ConsoleEndpoint(
            method, one.Pattern, one.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, one.Endpoint.Metadata.GetMetadata<RightNeeded>()?.Any));

    [GeneratedRegex(@"\{[^}]+\}")]
    internal static partial Regex Hole();
}

/// <param name="Needed">Null: no right beyond having signed in.</param>
internal sealed record ConsoleEndpoint(string Method, string Pattern, bool IsOpen, Right? Needed)
{
    public bool HasId => Pattern.Contains(":guid}", StringComparison.Ordinal);

    /// <summary>Goes on until somebody leaves.</summary>
    public bool IsStream => Pattern.StartsWith("/console/live/", StringComparison.Ordinal);

    public string Path(Guid id) => ConsoleEndpoints.Hole().Replace(Pattern, hole => hole.Value.Contains(":guid", StringComparison.Ordinal) ? id.ToString() : "x");

    public override string ToString() => $"{Method} {Pattern}";
}
