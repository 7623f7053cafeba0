using System.Text;
using Chatbot.Persistence;
using Chatbot.Web.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Secrets;

public sealed class EnvelopeBoxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatbot-keys-");
    private readonly List<IHost> hosts = [];

    [Fact]
    public void Threads_do_not_disturb_each_other_and_no_nonce_comes_twice()
    {
        const int threads = 8, rounds = 5_000;
        var box = Box("keys");
        var heads = new string[threads * rounds];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            for (var round = 0; round < rounds; round++)
            {
                var text = Encoding.UTF8.GetBytes($"citizen {thread} says {round}");
                var secret = box.Protect(text);
                Assert.True(box.TryUnprotect(secret, out var plain) && plain.AsSpan().SequenceEqual(text));
                heads[thread * rounds + round] = Convert.ToBase64String(secret.AsSpan(0, secret.Length - 16 - text.Length));   // version, key, nonce
            }
        });
        Assert.Equal(heads.Length, heads.ToHashSet(StringComparer.Ordinal).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xin chào")]
    public void Another_process_with_the_same_keys_folder_reads_it(string text)
    {
        var secret = Box("keys").Protect(Encoding.UTF8.GetBytes(text));
        Assert.True(Box("keys").TryUnprotect(secret, out var plain));
        Assert.Equal(text, Encoding.UTF8.GetString(plain));
        if (text.Length > 0) Assert.DoesNotContain(text, Encoding.UTF8.GetString(secret));
    }

    [Fact]
    public void Whatever_byte_is_altered_or_missing_nothing_comes_out()
    {
        var box = Box("keys");
        var secret = box.Protect("xin chào"u8);
        for (var at = 0; at < secret.Length; at++)
        {
            var altered = secret.ToArray();
            altered[at] ^= 1;
            Assert.False(box.TryUnprotect(altered, out var plain), $"byte {at}");
            Assert.Null(plain);
            Assert.False(box.TryUnprotect(secret[..at], out _), $"cut at {at}");
        }
    }

    [Fact]
    public void With_another_keys_folder_it_fails_without_an_exception()
    {
        var secret = Box("keys").Protect("xin chào"u8);
        Assert.False(Box("other").TryUnprotect(secret, out var plain));
        Assert.Null(plain);
    }

    public void Dispose()
    {
        foreach (var host in hosts) host.Dispose();
        folder.Delete(recursive: true);
    }

    private ISecretBox Box(string keys)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Secrets:KeysFolder"] = Path.Combine(folder.FullName, keys);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddSecrets();
        hosts.Add(builder.Build());
        return hosts[^1].Services.GetRequiredService<ISecretBox>();
    }
}
