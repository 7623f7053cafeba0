namespace Chatbot.Channels.Facebook;

/// <summary>Pictures, sounds and papers to a citizen: uploaded first, then sent by the upload's id.</summary>
/// <remarks>Source: Messenger Platform, saving assets, as in the platform notes, read 21 November 2026. Up to 25 MB, pictures to 8 MB.</remarks>
internal static class FacebookFiles
{
    private const long Largest = 25 << 20;
    private const long LargestImage = 8 << 20;

    /// <returns>Null: not taken.</returns>
    public static string? Render(OutboundFile file, Recipient recipient) =>
        file.Size <= (TypeOf(file) == "image" ? LargestImage : Largest) ? new FileBody(file, recipient).Write() : null;

    public static string TypeOf(OutboundFile file) => file.ContentType switch
    {
        "image/jpeg" or "image/png" or "image/gif" => "image",
        "audio/mpeg" or "audio/mp4" => "audio",
        "video/mp4" => "video",
        _ => "file",
    };

    /// <summary>The message that shows it.</summary>
    public static FacebookMessage Message(OutboundFile file, string attachmentId) => new()
    {
        Attachment = new(new(null, null) { TemplateType = null, AttachmentId = attachmentId }) { Type = TypeOf(file) },
    };
}
