using System.ComponentModel.DataAnnotations;

namespace Chatbot.Radio;

/// <summary>Section "Radio": how the loudspeaker script sounds.</summary>
public sealed class RadioOptions
{
    /// <summary>Words (written syllables) that the announcer reads in a minute.</summary>
    /// <remarks>Television hosts were counted at 222 to 330, on average 264 (survey quoted at emcovu.com, read on 22 November 2026); a loudspeaker
    /// in the street wants it slower.</remarks>
    [Range(60, 400)]
    public int WordsPerMinute { get; set; } = 200;

    /// <summary>"nghìn" (North) or "ngàn" (South).</summary>
    [RegularExpression("^(nghìn|ngàn)$")]
    public string Thousand { get; set; } = "nghìn";

    /// <summary>For 105: "linh" (North) or "lẻ" (South).</summary>
    [RegularExpression("^(linh|lẻ)$")]
    public string Gap { get; set; } = "linh";

    /// <summary>One voice asks, another answers.</summary>
    public bool TwoVoices { get; set; } = true;
}
