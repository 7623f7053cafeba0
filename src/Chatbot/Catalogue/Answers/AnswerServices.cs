using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Catalogue.Answers;

internal static class AnswerServices
{
    /// <summary>"Dân hỏi – chính quyền trả lời": from draft to publication; the bot reads it with the catalogue.</summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton<AnswerDesk>().AddSingleton<DraftFromCase>().AddSingleton<EditDraft>().AddSingleton<SubmitAnswer>()
        .AddSingleton<ApproveAnswer>().AddSingleton<ReturnAnswer>().AddSingleton<WithdrawAnswer>().AddSingleton<PublicAnswers>();
}
