namespace Chatbot.Channels;

/// <summary>A file of ours that goes to a citizen beside the words.</summary>
/// <param name="Name">With its ending, as the citizen sees it.</param>
/// <param name="Size">Bytes.</param>
public sealed record OutboundFile(Guid Id, string Name, string ContentType, long Size);

/// <summary>Where senders read a file's bytes, at the moment in which it is uploaded: what was uploaded before may have expired.</summary>
public interface IOutboundFiles
{
    /// <returns>Null: not there any more.</returns>
    Task<byte[]?> ReadAsync(Guid id, CancellationToken ct);
}

/// <summary>For a process that keeps no files.</summary>
internal sealed class NoOutboundFiles : IOutboundFiles
{
    public Task<byte[]?> ReadAsync(Guid id, CancellationToken ct) => Task.FromResult<byte[]?>(null);
}
