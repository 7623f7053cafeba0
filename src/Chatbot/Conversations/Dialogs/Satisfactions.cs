using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.After;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Conversations.Dialogs;

/// <summary>The short survey after a closed case: one question a message, answered by buttons, each answer stored at once.</summary>
internal sealed class Satisfactions(IDbContextFactory<ChatbotDb> databases)
{
    private static readonly SurveyQuestion[] Questions = Enum.GetValues<SurveyQuestion>();

    /// <summary>The best first.</summary>
    private static string[] Scores => [Texts.SurveyScore5, Texts.SurveyScore4, Texts.SurveyScore3, Texts.SurveyScore2, Texts.SurveyScore1];

    public async Task PressAsync(BotTurn talk, Button.Rate rate, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (TrackingCode.Read(rate.Code) is not { } code || await KeepSatisfaction.FindAsync(db, talk.Conversation.Id, code, ct) is not { } survey)
        {
            talk.Say(Texts.SurveyNone, Choices.Menu);
        }
        else if (rate.Score is 0 || !Enum.IsDefined((SurveyQuestion)rate.Number)) Ask(talk, code, Questions[0]);
        else
        {
            talk.Turn.Change((turn, token) => KeepSatisfaction.ScoreAsync(turn, survey, (SurveyQuestion)rate.Number, rate.Score, talk.Now, token));
            if (rate.Number < Questions.Length) Ask(talk, code, Questions[rate.Number]);
            else talk.Say(Texts.SurveyThanks, Choices.Menu);
        }
        talk.Answered(Handling.Smalltalk);
    }

    private static void Ask(BotTurn talk, string code, SurveyQuestion question)
    {
        var text = question switch
        {
            SurveyQuestion.Access => Texts.SurveyAccess,
            SurveyQuestion.Procedure => Texts.SurveyProcedure,
            SurveyQuestion.Staff => Texts.SurveyStaff,
            SurveyQuestion.Result => Texts.SurveyResult,
            _ => Texts.SurveyFeedback,
        };
        talk.Say(new OutboundMessage(Texts.SurveyQuestion((int)question, Questions.Length, text))
        {
            Choices = [.. Scores.Select((title, at) => new Choice(title, new Button.Rate(code, (int)question, Scores.Length - at).Write()))],
        });
    }
}
