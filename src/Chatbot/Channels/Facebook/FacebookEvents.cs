using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>The Page's way in: webhook bodies into rows, rows into what happened.</summary>
/// <remarks>Source: Messenger Platform, Webhook Events (2019 to June 2026), read 21 November 2026.</remarks>
public sealed class FacebookEvents(TimeProvider clock, IOptionsMonitor<FacebookOptions> options) : IChannelEvents
{
    public Channel Channel => Channel.Facebook;

    public IReadOnlyList<RecognisedEvent>? Recognise(ReadOnlyMemory<byte> body)
    {
        try
        {
            return FacebookEnvelope.Split(body, clock.GetUtcNow());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // not JSON, or text that is no Unicode
        {
            return null;
        }
    }

    public ChannelEvent Map(string kind, ReadOnlyMemory<byte> body)
    {
        if (!FacebookKinds.IsActedOn(kind)) return new ChannelEvent.Recorded();
        try
        {
            using var json = JsonDocument.Parse(body, FacebookEnvelope.DocumentOptions);
            return new FacebookEventMapper(options.CurrentValue.AppId, clock.GetUtcNow()).Map(kind, json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // not a body that Recognise let through: the row was tampered with
        {
            return new ChannelEvent.Recorded();
        }
    }
}
