using Chatbot.Testing.Endpoints;
using Chatbot.Officials.ApiKeys;
using Chatbot.Web.Api;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.ComponentTests.Api;

/// <summary>Everything below <c>/api</c> but its description.</summary>
internal static class ApiEndpoints
{
    public static IReadOnlyList<ApiEndpoint> All { get; } =
        [.. ServiceEndpoints.Below("/api/").Where(one => !one.Pattern.EndsWith("openapi.json", StringComparison.Ordinal)).SelectMany(Read)];

    private static IEnumerable<ApiEndpoint> Read((string Pattern, RouteEndpoint Endpoint) one) => one.Endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>()
        .HttpMethods.Select(method => new ApiEndpoint(method, one.Pattern, one.Endpoint.Metadata.GetMetadata<ScopeNeeded>()?.Scope));
}

/// <param name="Scope">Null: it asks for none, which a test refuses.</param>
internal sealed record ApiEndpoint(string Method, string Pattern, ApiScope? Scope)
{
    public bool HasId => Pattern.Contains("{id", StringComparison.Ordinal);

    public string Path(Guid id) => Pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal);
}
