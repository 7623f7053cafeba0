using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Files;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.One;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.Files;

/// <summary>Files of a case: taken in by their content, given out as downloads only.</summary>
internal static class FileRoutes
{
    public static void MapFiles(this IEndpointRouteBuilder matter)
    {
        matter.MapPost("/files", AddAsync).RequireRight(CaseRights.Act);
        matter.MapGet("/files/{file:guid}", SendAsync).RequireRight(CaseRights.See);
    }

    private static async Task<IResult> AddAsync(Guid id, IFormCollection form, CasePages pages, KeepFiles files, ConsoleContext console, CancellationToken ct)
    {
        var (drawn, file) = (form.Id("file-id"), form.Files.GetFile("file"));
        if (drawn == Guid.Empty || file is null || file.Length is 0 or > KeepFiles.Largest) return await RefuseAsync();
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return await files.AddAsync(drawn, id, console.Visitor.OfficialId, file.FileName, content.ToArray(), ct) == CaseOutcome.Done
            ? Pages.Go($"/console/cases/{id}?done=saved") : await RefuseAsync();

        Task<IResult> RefuseAsync() => pages.ShowAsync(id, draft: null, CaseTexts.FileRefused, isError: true, ct);
    }

    private static async Task<IResult> SendAsync(Guid id, Guid file, HttpResponse response, KeepFiles files, CaseReader reader, ConsoleContext console, CancellationToken ct)
    {
        if (await files.ReadAsync(file, ct) is not { } stored || stored.CaseId != id) return TypedResults.NotFound();
        await reader.NoteReadingAsync(id, console.Visitor.UnitId, "file.read", ct);
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";   // should a browser open it all the same
        return TypedResults.File(stored.Content, stored.ContentType, stored.Name);
    }
}
