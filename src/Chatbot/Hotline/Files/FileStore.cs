using Chatbot.Channels;
using Chatbot.Persistence;

namespace Chatbot.Hotline.Files;

/// <summary>Contents of files, encrypted, one a file named by its id, in a folder that no web server shows.</summary>
/// <param name="folder">Made when it is first needed.</param>
/// <param name="box">Encrypts.</param>
public sealed class FileStore(string folder, ISecretBox box) : IOutboundFiles
{
    public async Task WriteAsync(Guid id, byte[] content, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Complete or not there: a process that dies here leaves a name that nothing reads and the sweep removes.
        var unfinished = path + ".part";
        await File.WriteAllBytesAsync(unfinished, box.Protect(content), ct);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <returns>Null: not there, or the keys are gone.</returns>
    public async Task<byte[]?> ReadAsync(Guid id, CancellationToken ct)
    {
        var path = PathOf(id);
        return File.Exists(path) && box.TryUnprotect(await File.ReadAllBytesAsync(path, ct), out var content) ? content : null;
    }

    public void Delete(Guid id)
    {
        if (PathOf(id) is var path && File.Exists(path)) File.Delete(path);
    }

    /// <summary>Everything in the folder that has been there for an hour: id, or null for what was never finished.</summary>
    internal IEnumerable<(Guid? Id, string Path)> Settled(DateTime beforeUtc) => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < beforeUtc)
            .Select(path => (Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? (Guid?)id : null, path));

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        var spread = name[^2..];
        return Path.Combine(folder, spread, name);
    }
}
