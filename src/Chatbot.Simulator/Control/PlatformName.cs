namespace Chatbot.Simulator.Control;

/// <summary>A platform in an address, in small or capital letters.</summary>
internal readonly record struct PlatformName(Platform Platform)
{
    public static bool TryParse(string? text, out PlatformName name)
    {
        var known = Enum.TryParse<Platform>(text, ignoreCase: true, out var platform);
        name = new PlatformName(platform);
        return known;
    }

    public static implicit operator Platform(PlatformName name) => name.Platform;
}
