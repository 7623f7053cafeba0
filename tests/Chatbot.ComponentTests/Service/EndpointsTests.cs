using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Service;

/// <summary>What must hold at every address of the service.</summary>
public sealed class EndpointsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-endpoints-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using var app = new WebApplicationFactory<Roles>().WithWebHostBuilder(host => host
            .UseEnvironment("Production").UseContentRoot(folder).UseSetting("DataFolder", folder)
            .UseSetting("ConnectionStrings:Chatbot", $"Data Source={folder}/chatbot.db").UseSetting("Roles", "web"));
        var endpoints = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).ToList();
        var routes = endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText).ToList();
        Assert.Contains("/webhooks/zalo", routes);
        Assert.Contains("/health/ready", routes);
        Assert.Empty(endpoints.Where(SaysNothing).Select(e => e.DisplayName));
    }

    private static bool SaysNothing(Microsoft.AspNetCore.Http.Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
        && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null;
}
