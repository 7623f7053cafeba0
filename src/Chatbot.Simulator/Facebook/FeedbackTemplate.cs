using System.Globalization;
using System.Text.Json;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The <c>customer_feedback</c> template: one screen with one question.</summary>
internal static class FeedbackTemplate
{
    private const int TitleLimit = 65;
    private const int SubtitleLimit = 80;
    private const int ButtonLimit = 20;
    private const int QuestionIdLimit = 80;
    private const int LongestDays = 7;

    public static GraphReply? Refuse(JsonElement payload)
    {
        if (payload.Text("title").Length is 0 or > TitleLimit) return GraphErrors.TooLong("payload[title]", TitleLimit);
        if (payload.Text("subtitle").Length > SubtitleLimit) return GraphErrors.TooLong("payload[subtitle]", SubtitleLimit);
        if (payload.Text("button_title").Length > ButtonLimit) return GraphErrors.TooLong("payload[button_title]", ButtonLimit);
        if (payload.Member("business_privacy")?.Text("url") is not { Length: > 0 }) return GraphErrors.Bad("Param business_privacy[url] is required");
        if (payload.Text("expires_in_days") is { Length: > 0 } days && (!int.TryParse(days, CultureInfo.InvariantCulture, out var number) || number is < 1 or > LongestDays))
            return GraphErrors.Bad("Param expires_in_days must be 1 to 7");
        var questions = payload.Items("feedback_screens").SelectMany(s => s.Items("questions")).ToList();
        if (payload.Items("feedback_screens").Count() != 1 || questions.Count != 1) return GraphErrors.Bad("Exactly one screen with one question is needed");
        var id = questions[0].Text("id");
        if (id.Length is 0 or > QuestionIdLimit || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return GraphErrors.Bad("Invalid question id");
        return questions[0].Text("type") is "csat" or "nps" or "ces" or "free_form" ? null : GraphErrors.Bad("Invalid question type");
    }
}
