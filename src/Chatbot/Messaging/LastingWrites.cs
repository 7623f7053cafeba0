namespace Chatbot.Messaging;

/// <summary>Writes of what has already happened and must not be forgotten: kept while the database is away.</summary>
internal static class LastingWrites
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Again and again while the database is away; any other error is the caller's.</summary>
    /// <param name="failed">Told of each time.</param>
    public static async Task<T> OutlastAsync<T>(Func<Task<T>> write, Action<Exception> failed)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (Exception error) when (Outage.Is(error))
            {
                failed(error);
                await Task.Delay(Pause);
            }
        }
    }

    /// <summary>A whole set in one write; where that cannot be, each alone. A row that cannot be written either is told and left as it is: nothing else waits for it.</summary>
    public static async Task WriteAsync<T>(IReadOnlyList<T> set, Func<IReadOnlyList<T>, Task<int>> write, Action<Exception> failed)
    {
        try
        {
            await OutlastAsync(() => write(set), failed);
        }
        catch (Exception error)
        {
            failed(error);
            if (set.Count == 1) return;
            foreach (var one in set) await WriteAsync([one], write, failed);
        }
    }
}
