using System.Text.RegularExpressions;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Console;

/// <summary>Everything below <c>/console</c>, as the service itself lists it: what is added later is tested without being named.</summary>
internal static partial class ConsoleEndpoints
{
    private static readonly Lazy<IReadOnlyList<ConsoleEndpoint>> Listed = new(List);

    public static IReadOnlyList<ConsoleEndpoint> All => Listed.Value;

    private static IReadOnlyList<ConsoleEndpoint> List()
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

    private static IEnumerable<ConsoleEndpoint> Read(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        if (!pattern.StartsWith("/console", StringComparison.Ordinal)) return [];
        return endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => new ConsoleEndpoint(
            method, pattern, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, endpoint.Metadata.GetMetadata<RightNeeded>()?.Any));
    }

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
