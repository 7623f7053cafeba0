using Microsoft.Extensions.Options;

namespace Chatbot.Testing;

/// <summary>Settings that do not change.</summary>
public sealed class FixedOptions<T>(T value) : IOptionsMonitor<T>, IOptions<T>
    where T : class
{
    public T CurrentValue => value;

    public T Value => value;

    public T Get(string? name) => value;

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
