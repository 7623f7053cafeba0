using Chatbot.Channels;

namespace Chatbot.Web;

/// <summary>The address under which the outside knows us.</summary>
internal static class PublicAddress
{
    /// <returns>Without a slash at the end; from the settings, else from the request.</returns>
    public static string Of(HttpRequest request, ChannelOptions options) =>
        options.PublicAddress is { } address ? address.AbsoluteUri.TrimEnd('/') : $"{request.Scheme}://{request.Host}{request.PathBase}";
}
