namespace Chatbot.Campaigns.Sending;

/// <summary>The last outcomes of one campaign in this process: too many bad ones stop it before it has reached everybody with a mistake.</summary>
internal sealed class ErrorWatch(int sample, double share)
{
    private readonly Queue<bool> last = new(sample);
    private readonly Lock changing = new();
    private int bad;

    /// <returns>True: now it is too much; counting begins anew.</returns>
    public bool Add(bool isBad)
    {
        lock (changing)
        {
            last.Enqueue(isBad);
            if (isBad) bad++;
            if (last.Count > sample && last.Dequeue()) bad--;
            if (last.Count < sample || bad < share * sample) return false;
            last.Clear();
            bad = 0;
            return true;
        }
    }
}
