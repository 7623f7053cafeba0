namespace Chatbot.ComponentTests.Service;

/// <summary>Waits for what another process does in its own time.</summary>
internal static class Until
{
    /// <exception cref="TimeoutException">It was still false after <paramref name="seconds"/>.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, int seconds = 60)
    {
        for (var i = 0; i < seconds * 10; i++)
        {
            if (await condition()) return;
            await Task.Delay(100);
        }
        throw new TimeoutException($"Still not so after {seconds} s.");
    }
}
