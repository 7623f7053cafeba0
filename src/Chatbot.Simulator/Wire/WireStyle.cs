namespace Chatbot.Simulator.Wire;

/// <summary>How a platform writes the JSON of its webhooks. A receiver that parses and writes the body again before hashing it must fail.</summary>
/// <param name="EscapeNonAscii">Write everything above U+007E as lower-case <c>\uXXXX</c>, astral characters as surrogate pairs.</param>
/// <param name="EscapeSlash">Write <c>/</c> as <c>\/</c>.</param>
/// <param name="EscapeMarkup">Write <c>&lt;</c>, <c>%</c> and <c>@</c> as <c>\u003c</c>, <c>\u0025</c>, <c>\u0040</c>, as one older text of Meta says.</param>
/// <param name="ShuffleMembers">Draw the order of members anew for every object.</param>
public sealed record WireStyle(bool EscapeNonAscii, bool EscapeSlash, bool EscapeMarkup, bool ShuffleMembers)
{
    /// <summary>Raw UTF-8, members in the order given.</summary>
    public static readonly WireStyle Plain = new(false, false, false, false);
}
