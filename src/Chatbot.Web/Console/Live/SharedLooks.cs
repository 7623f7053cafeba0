using System.Collections.Concurrent;

namespace Chatbot.Web.Console.Live;

/// <summary>Many pages ask the same at the same moment: one look answers all of them. Nothing is kept: whoever asks gets what was read after they had asked.</summary>
/// <remarks>Asked while a look is under way, they wait for the next one, which all of them share. So however many pages are open, a question is read at most
/// twice for each change of what it is about.</remarks>
public sealed class SharedLooks(IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.Ordinal);

    /// <param name="key">Everything that the answer depends on but the database.</param>
    /// <param name="look">Goes on when whoever asked first has gone: others wait for it.</param>
    /// <param name="ct">Of the asking page alone.</param>
    public async Task<T> JoinAsync<T>(string key, Func<CancellationToken, Task<T>> look, CancellationToken ct)
    {
        while (true)
        {
            var line = lines.GetOrAdd(key, _ => new Line());
            if (line.Join(async () => await look(lifetime.ApplicationStopping), () => lines.TryRemove(KeyValuePair.Create(key, line))) is { } joined)
                return (T)(await joined.WaitAsync(ct))!;
        }
    }

    private sealed class Line
    {
        private readonly Lock changing = new();
        private Task running = Task.CompletedTask;
        private Task<object?>? next;
        private bool isGone;

        /// <returns>Null: the line was taken down meanwhile; ask for a new one.</returns>
        public Task<object?>? Join(Func<Task<object?>> look, Action takeDown)
        {
            lock (changing)
            {
                if (isGone) return null;
                var before = running;
                return next ??= Task.Run(() => LookAsync(before, look, takeDown));
            }
        }

        private async Task<object?> LookAsync(Task before, Func<Task<object?>> look, Action takeDown)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (changing) (running, next) = (next!, null);
            try
            {
                return await look();
            }
            finally
            {
                lock (changing)
                {
                    isGone = next is null;
                    if (isGone) takeDown();
                }
            }
        }
    }
}
