namespace Chatbot.Simulator.Facebook;

/// <summary>The smallest picture that every viewer opens.</summary>
internal static class SamplePicture
{
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
