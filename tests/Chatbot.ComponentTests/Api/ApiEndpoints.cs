using Chatbot.Officials.ApiKeys;
using Chatbot.Web.Api;
using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Api;

/// <summary>Everything below <c>/api</c>, as the service itself lists it: what is added later is tested without being named.</summary>
internal static class ApiEndpoints
{
    private static readonly Lazy<IReadOnlyList<ApiEndpoint>> Listed = new(List);

    public static IReadOnlyList<ApiEndpoint> All => Listed.Value;

    private static IReadOnlyList<ApiEndpoint> List()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-list-").FullName;
        try
        {
            using var app = new WebApplicationFactory<Roles>().WithWebHostBuilder(host => host
                .UseEnvironment("Production").UseContentRoot(folder).UseSetting("DataFolder", folder)
                .UseSetting("ConnectionStrings:Chatbot", $"Data Source={folder}/chatbot.db").UseSetting("Roles", "web"));
            return [.. app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(Read)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<ApiEndpoint> Read(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        if (!pattern.StartsWith("/api/", StringComparison.Ordinal) || pattern.EndsWith("openapi.json", StringComparison.Ordinal)) return [];
        return endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => new ApiEndpoint(method, pattern, endpoint.Metadata.GetMetadata<ScopeNeeded>()?.Scope));
    }
}

/// <param name="Scope">Null: it asks for none, which a test refuses.</param>
internal sealed record ApiEndpoint(string Method, string Pattern, ApiScope? Scope)
{
    public bool HasId => Pattern.Contains("{id", StringComparison.Ordinal);

    public string Path(Guid id) => Pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal);
}
