namespace Chatbot.Simulator.Facebook;

/// <summary>Sizes and types of media.</summary>
internal static class MediaRules
{
    public const long Largest = 25L << 20;
    public const long LargestImageByUrl = 8L << 20;

    /// <param name="contentType">Empty: the server named none.</param>
    /// <param name="length">Bytes.</param>
    public static GraphReply? Refuse(string type, string contentType, long length, bool byUrl)
    {
        if (length > (byUrl && type == "image" ? LargestImageByUrl : Largest)) return GraphErrors.MediaTooLarge;
        if (contentType.Length == 0) return GraphErrors.MediaMismatch;
        return type == "file" || contentType.StartsWith(type + "/", StringComparison.OrdinalIgnoreCase) ? null : GraphErrors.MediaMismatch;
    }
}
