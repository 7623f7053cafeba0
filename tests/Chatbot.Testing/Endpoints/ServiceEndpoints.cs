using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Testing.Endpoints;

/// <summary>Everything that the service answers, as it lists it itself: what is added later is tested without being named.</summary>
public static class ServiceEndpoints
{
    private static readonly Lazy<IReadOnlyList<RouteEndpoint>> Listed = new(List);

    /// <summary>With their patterns, which begin with a slash.</summary>
    public static IEnumerable<(string Pattern, RouteEndpoint Endpoint)> Below(string prefix) =>
        Listed.Value.Select(endpoint => ("/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint)).Where(one => one.Item1.StartsWith(prefix, StringComparison.Ordinal));

    private static List<RouteEndpoint> List()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-list-").FullName;
        try
        {
            using var app = new WebApplicationFactory<Roles>().WithWebHostBuilder(host => host
                .UseEnvironment("Production").UseContentRoot(folder).UseSetting("DataFolder", folder)
                .UseSetting("ConnectionStrings:Chatbot", $"Data Source={folder}/chatbot.db").UseSetting("Roles", "web"));
            return [.. app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
