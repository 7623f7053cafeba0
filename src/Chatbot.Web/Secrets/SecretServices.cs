using Chatbot.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace Chatbot.Web.Secrets;

public static class SecretServices
{
    /// <summary>Keys lie in the folder <c>Secrets:KeysFolder</c> (default: <c>keys</c> in the <see cref="DataFolder"/>), shared by all processes and part of every backup:
    /// without them tokens and raw messages in the database cannot be read.</summary>
    public static IHostApplicationBuilder AddSecrets(this IHostApplicationBuilder builder)
    {
        var folder = builder.Configuration["Secrets:KeysFolder"] is { Length: > 0 } setting
            ? setting
            : Path.Combine(DataFolder.Of(builder.Configuration[DataFolder.Setting]), "keys");
        builder.Services.AddDataProtection()
            .SetApplicationName("Chatbot")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.GetFullPath(folder)));
        builder.Services.AddSingleton<ISecretBox, EnvelopeBox>();
        return builder;
    }
}
