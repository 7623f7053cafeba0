using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Web.Console.Layout;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Officials;

/// <summary>Shows a one-time link, once.</summary>
internal sealed class LinkAddress(IOptions<ChannelOptions> channels)
{
    public IResult Page(HttpRequest request, string fullName, string token, DateTimeOffset expiresAt) =>
        Pages.Show<LinkPage>(new { FullName = fullName, Link = PublicAddress.Of(request, channels.Value) + Invitations.Path + token, ExpiresAt = expiresAt });
}
