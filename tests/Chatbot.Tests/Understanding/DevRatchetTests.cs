using Chatbot.Cli;
using Chatbot.Understanding;

namespace Chatbot.Tests.Understanding;

/// <summary>A test over the dev files beside the repository; it says so when it cannot run.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public static readonly string? Folder = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public SharedDataFactAttribute() => Skip = Folder is null ? "No folder shared/data beside the repository: the ratchet did not run." : null;

    private static string? Find(DirectoryInfo? at) =>
        at is null ? null : Directory.Exists(Path.Combine(at.FullName, "shared", "data")) ? Path.Combine(at.FullName, "shared", "data") : Find(at.Parent);
}

/// <summary>The dev scores may rise, never fall. The floors are two or three questions under the scores of the day they were set.</summary>
public sealed class DevRatchetTests
{
    [SharedDataFact]
    public void Dev_scores_do_not_fall()
    {
        var folder = SharedDataFactAttribute.Folder!;
        var understander = Ask.Open(Path.Combine(folder, "procedures.jsonl.gz"));
        var questions = Outcomes(understander, Path.Combine(folder, "questions-dev.jsonl"));
        var messages = Outcomes(understander, Path.Combine(folder, "messages-dev.jsonl"));
        Assert.True(Recall(questions, 1) >= 0.87, $"questions Recall@1 {Recall(questions, 1):0.000}");
        Assert.True(Recall(questions, 5) >= 0.96, $"questions Recall@5 {Recall(questions, 5):0.000}");
        Assert.True(Recall(messages, 1) >= 0.87, $"messages Recall@1 {Recall(messages, 1):0.000}");
        Assert.True(Recall(messages, 3) >= 0.96, $"messages Recall@3 {Recall(messages, 3):0.000}");
        Assert.True(messages.Average(o => o.HandlingRight ? 1.0 : 0) >= 0.98);
        Assert.True(messages.Where(o => o.IsProcedure).Average(o => o.AspectRight ? 1.0 : 0) >= 0.9);
        Assert.DoesNotContain(messages, o => !o.IsProcedure && o.Understood.Candidates.Count > 0);
    }

    /// <summary>Messages written before anyone read the phrase bank; they are never put into it.</summary>
    [SharedDataFact]
    public void Scores_on_messages_that_the_bank_has_not_seen_do_not_fall()
    {
        var understander = Ask.Open(Path.Combine(SharedDataFactAttribute.Folder!, "procedures.jsonl.gz"));
        var messages = Outcomes(understander, Path.Combine(AppContext.BaseDirectory, "Understanding", "Validation", "messages.jsonl"));
        Assert.True(messages.Count >= 370);
        Assert.True(Recall(messages, 1) >= 0.95, $"Recall@1 {Recall(messages, 1):0.000}");
        Assert.True(Recall(messages, 3) >= 0.97, $"Recall@3 {Recall(messages, 3):0.000}");
        Assert.True(messages.Average(o => o.HandlingRight ? 1.0 : 0) >= 0.985);
        Assert.True(messages.Where(o => !o.IsProcedure).Average(o => o.Understood.Handling == Handling.Procedure ? 1.0 : 0) <= 0.02);
        Assert.True(messages.Where(o => o.IsProcedure).Average(o => o.Understood.Handling is Handling.Emergency or Handling.Complaint ? 1.0 : 0) <= 0.01);
    }

    [SharedDataFact]
    public void Danger_and_complaint_of_the_blind_messages_are_not_missed()
    {
        var understander = Ask.Open(Path.Combine(SharedDataFactAttribute.Folder!, "procedures.jsonl.gz"));
        var folder = Path.Combine(AppContext.BaseDirectory, "Understanding", "Validation");
        var messages = Outcomes(understander, Path.Combine(folder, "blind.jsonl"));
        var second = Outcomes(understander, Path.Combine(folder, "blind2.jsonl"));
        Assert.True(messages.Count >= 170 && second.Count >= 100);
        Assert.All(second.Where(m => m.Asked.Handling is "emergency" or "complaint"), m => Assert.True(m.HandlingRight, m.Asked.Id));
        Assert.All(messages.Where(m => m.Asked.Handling is "emergency" or "complaint"), m => Assert.True(m.HandlingRight, m.Asked.Id));
        Assert.True(Recall(messages, 1) >= 0.91, $"Recall@1 {Recall(messages, 1):0.000}");
        Assert.True(messages.Average(o => o.HandlingRight ? 1.0 : 0) >= 0.98);
        Assert.DoesNotContain(messages, o => o.IsProcedure && o.Understood.Handling is Handling.Emergency or Handling.Complaint && o.Asked.Handling == "procedure");
    }

    /// <summary>Complaints, reports from the street and dangers of every day beside messages that only sound so.</summary>
    [SharedDataFact]
    public void Alarms_are_seen_and_seldom_cried()
    {
        var understander = Ask.Open(Path.Combine(SharedDataFactAttribute.Folder!, "procedures.jsonl.gz"));
        var messages = Outcomes(understander, Path.Combine(AppContext.BaseDirectory, "Understanding", "Validation", "alarms.jsonl"));
        Assert.True(messages.Count >= 280);
        Assert.True(Handled(messages, "emergency") >= 0.97, $"emergencies {Handled(messages, "emergency"):0.000}");
        Assert.True(Handled(messages, "complaint") >= 0.93, $"complaints {Handled(messages, "complaint"):0.000}");
        Assert.True(Recall(messages, 1) >= 0.92, $"Recall@1 {Recall(messages, 1):0.000}");
        Assert.True(messages.Average(o => o.HandlingRight ? 1.0 : 0) >= 0.94);
        Assert.True(messages.Count(o => o.IsProcedure && Alarms.IsAlarm(o.Understood.Handling)) <= 2);
    }

    /// <summary>Complaints that blame nobody, praise that is none, and the street, beside questions that only look like them.</summary>
    [SharedDataFact]
    public void Complaints_without_a_word_of_blame_are_seen()
    {
        var understander = Ask.Open(Path.Combine(SharedDataFactAttribute.Folder!, "procedures.jsonl.gz"));
        var messages = Outcomes(understander, Path.Combine(AppContext.BaseDirectory, "Understanding", "Validation", "alarms2.jsonl"));
        Assert.Equal(120, messages.Count);
        Assert.True(Handled(messages, "complaint") >= 0.88, $"complaints {Handled(messages, "complaint"):0.000}");
        Assert.True(messages.Average(o => o.HandlingRight ? 1.0 : 0) >= 0.91);
        Assert.DoesNotContain(messages, o => o.IsProcedure && Alarms.IsAlarm(o.Understood.Handling));
    }

    private static double Handled(List<Outcome> outcomes, string handling) => outcomes.Where(o => o.Asked.Handling == handling).Average(o => o.HandlingRight ? 1.0 : 0);

    /// <summary>The learnt files are those of the lists beside them: who changes a list runs <c>train</c> again.</summary>
    [Fact]
    public void What_was_learnt_was_learnt_from_these_lists()
    {
        var data = UnderstandingData.Embedded();
        Assert.Equal(Chatbot.Understanding.Training.Digest.OfLists(data), data.Weights.Lists);
        Assert.Equal(Chatbot.Understanding.Training.Digest.Of(data.Kinds), data.Weights.Kinds);
        Assert.Equal(Chatbot.Understanding.Training.Digest.Of(data.AspectWeights), data.Weights.Aspects);
    }

    private static List<Outcome> Outcomes(Understander understander, string path) =>
        [.. MessageFile.Read(path, problem => Assert.Fail(problem)).Select(m => Outcome.Of(understander, m, []))];

    private static double Recall(List<Outcome> outcomes, int k) => outcomes.Where(o => o.IsProcedure).Average(o => o.FirstRank > 0 && o.FirstRank <= k ? 1.0 : 0);
}
