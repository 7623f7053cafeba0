using System.Globalization;
using Chatbot.Catalogue.Answers;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Answers;

/// <summary>The fields of an answer, out of a form and into one.</summary>
internal static class AnswerForm
{
    public static AnswerText Read(IFormCollection form) => new(form.Text("question"), form.Text("answer"))
    {
        OtherQuestions = form.Text("other_questions"),
        Source = form.Text("source"),
        SourceUrl = form.Text("source_url"),
        Field = form.Text("field"),
        ProcedureCode = form.Text("procedure_code"),
        ValidFrom = form.Day("valid_from"),
        ValidUntil = form.Day("valid_until"),
        PlanTask = form.Text("plan_task"),
        PlanCriterion = form.Text("plan_criterion"),
        PlanPeriod = form.Text("plan_period"),
    };

    public static AnswerText Of(PublishedAnswer answer) => new(answer.Question, answer.Answer)
    {
        OtherQuestions = answer.OtherQuestions,
        Source = answer.Source,
        SourceUrl = answer.SourceUrl,
        Field = answer.Field,
        ProcedureCode = answer.ProcedureCode,
        ValidFrom = answer.ValidFrom,
        ValidUntil = answer.ValidUntil,
        PlanTask = answer.PlanTask,
        PlanCriterion = answer.PlanCriterion,
        PlanPeriod = answer.PlanPeriod,
    };

    /// <summary>The answer as its reader saw it.</summary>
    public static SeenAnswer Seen(Guid id, IFormCollection form) =>
        new(id, int.TryParse(form.Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0);
}
