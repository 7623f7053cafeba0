using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Facebook;

/// <summary>The <c>filedata</c> (or <c>source</c>) of a multipart call.</summary>
internal sealed record UploadedMedia(string Name, string ContentType, byte[] Bytes)
{
    /// <returns>Null when the form has no file.</returns>
    public static async Task<UploadedMedia?> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        if (form.Files.Count == 0) return null;
        var file = form.Files[0];
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, ct);
        return new UploadedMedia(file.FileName, file.ContentType, copy.ToArray());
    }
}
