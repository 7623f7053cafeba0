using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Console.Layout;

/// <summary>A component as the answer to a request.</summary>
public static class Pages
{
    /// <param name="parameters">An anonymous object: one property a parameter.</param>
    public static RazorComponentResult<T> Show<T>(object? parameters = null, int status = StatusCodes.Status200OK)
        where T : IComponent => new(parameters ?? new { }) { StatusCode = status };

    /// <summary>After something was done: so that loading again does not do it twice.</summary>
    public static RedirectHttpResult Go(string path) => TypedResults.LocalRedirect(path);

    /// <returns>The address when it is one of the console's own; else its first page.</returns>
    public static string Own(string? path) =>
        path is not null && (path == "/console" || path.StartsWith("/console/", StringComparison.Ordinal)) && !path.Contains('\\', StringComparison.Ordinal) ? path : "/console";
}
