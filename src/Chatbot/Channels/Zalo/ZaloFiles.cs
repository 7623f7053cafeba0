using System.Text.Json;

namespace Chatbot.Channels.Zalo;

/// <summary>Pictures and papers to a citizen: uploaded first, then named by what the upload gave.</summary>
/// <remarks>Source: OA manual, upload and consultation messages, as in the platform notes, read 2026-11-21: jpg and png to 1 MB, pdf, doc and docx to 5 MB.</remarks>
internal static class ZaloFiles
{
    private const int LargestImage = 1 << 20;
    private const int LargestFile = 5 << 20;

    /// <returns>Null: not taken. Visitors of the web chat get none: their endpoint's manual shows no files.</returns>
    public static string? Render(OutboundFile file, Recipient recipient) =>
        recipient.AnonymousConversationId is null && KindOf(file) is not null ? new FileBody(file, recipient).Write() : null;

    /// <returns>The upload's address ends with it; null: not taken.</returns>
    public static string? KindOf(OutboundFile file) => file.ContentType switch
    {
        "image/jpeg" or "image/png" when file.Size <= LargestImage => "image",
        "application/pdf" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document" when file.Size <= LargestFile => "file",
        _ => null,
    };

    /// <returns>Body of the consultation message; null: the upload gave neither id nor token.</returns>
    public static string? Body(Recipient to, ZaloUploaded uploaded)
    {
        var attachment = uploaded is { AttachmentId: { Length: > 0 } id }
            ? new ZaloMediaAttachment("template", new ZaloMedia { TemplateType = "media", Elements = [new ZaloMediaElement("image", id)] })
            : uploaded is { Token: { Length: > 0 } token } ? new ZaloMediaAttachment("file", new ZaloMedia { Token = token }) : null;
        return attachment is null ? null
            : JsonSerializer.Serialize(new ZaloMediaOutgoing(new ZaloRecipient(to.CitizenId, null, null), new ZaloMediaMessage(attachment)), ZaloJson.Plain.ZaloMediaOutgoing);
    }
}
