namespace Chatbot.Channels;

/// <summary>One platform's way in: from stored bytes to what happened.</summary>
public interface IChannelEvents
{
    Channel Channel { get; }

    /// <summary>Splits a verified webhook body into its events, one row each.</summary>
    /// <returns>Null: the body is not the platform's JSON. An empty list: recognised, nothing to store (the console's probe).</returns>
    IReadOnlyList<RecognisedEvent>? Recognise(ReadOnlyMemory<byte> body);

    /// <summary>Reads a stored event. Never throws on a body that <see cref="Recognise"/> let through.</summary>
    ChannelEvent Map(string kind, ReadOnlyMemory<byte> body);
}
