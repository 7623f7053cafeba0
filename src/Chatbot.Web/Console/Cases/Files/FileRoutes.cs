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
        matter.MapGet("/attachments/{file:guid}", SendAttachmentAsync).RequireRight(CaseRights.See);
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
        return await GiveAsync(id, stored, isShown: false, response, reader, console, ct);
    }

    private static async Task<IResult> SendAttachmentAsync(
        Guid id, Guid file, HttpResponse response, KeepCitizenFiles files, CaseReader reader, ConsoleContext console, CancellationToken ct) =>
        await files.ReadAsync(file, id, (await console.ScopeAsync(ct)).UnitIds, ct) is { } stored
            ? await GiveAsync(id, stored, isShown: stored.ContentType.StartsWith("image/", StringComparison.Ordinal), response, reader, console, ct)
            : TypedResults.NotFound();

    // Pictures open in the browser, which runs nothing in them; all else is a download.
    private static async Task<IResult> GiveAsync(Guid id, StoredFile stored, bool isShown, HttpResponse response, CaseReader reader, ConsoleContext console, CancellationToken ct)
    {
        await reader.NoteReadingAsync(id, console.Visitor.UnitId, "file.read", ct);
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(stored.Content, stored.ContentType, isShown ? null : stored.Name);
    }
}
