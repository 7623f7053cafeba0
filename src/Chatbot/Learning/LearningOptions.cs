using System.ComponentModel.DataAnnotations;

namespace Chatbot.Learning;

/// <summary>Section "Learning": what is kept of questions that the bot did not understand.</summary>
public sealed class LearningOptions
{
    /// <summary>False: nothing is collected; what officials teach still counts.</summary>
    public bool Collect { get; set; } = true;

    /// <summary>How long what follows a question may explain it; it is collected after that.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Settle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A collected question, masked as it is, is deleted after this time.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "730.00:00:00")]
    public TimeSpan KeepQuestions { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Share of the telling words that two questions have in common to stand in one group, 0 to 1.</summary>
    [Range(0.3, 1)]
    public double GroupLikeness { get; set; } = 0.6;
}
