namespace Chatbot.LanguageModel;

/// <summary>So many questions in each minute of the clock, and no more.</summary>
internal sealed class AskAllowance(int mostPerMinute, TimeProvider clock)
{
    private readonly Lock counting = new();
    private long minute;
    private int asked;

    public bool TryTake()
    {
        lock (counting)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
            if (now != minute) (minute, asked) = (now, 0);
            if (asked >= mostPerMinute) return false;
            asked++;
            return true;
        }
    }
}
