using Chatbot.Testing.House;

namespace Chatbot.Tests.House;

/// <summary>Facebook's tag HUMAN_AGENT says that a person wrote: only a signed-in official's press may set it, and no job can.</summary>
public sealed class HumanAgentTests
{
    [Fact]
    public void Only_an_officials_answer_plans_a_message_as_written_by_a_human() =>
        Assert.Equal(["src/Chatbot/Hotline/Answering/AnswerSender.cs"], FilesWith("== ReplyWay.AsHumanAgent"));

    [Fact]
    public void The_mark_is_passed_on_and_made_nowhere_else() =>
        Assert.Equal(["src/Chatbot/Hotline/Answering/OfficeMessage.cs", "src/Chatbot/Messaging/OutboxPump.cs", "src/Chatbot/Messaging/OutboxRow.cs"],
            FilesWith("AsHumanAgent = ").Order());

    [Fact]
    public void No_job_and_no_bot_answers_in_an_officials_place() =>
        Assert.DoesNotContain(FilesWith("AnswerCase"), file => file.Contains("/Jobs/", StringComparison.Ordinal)
            || file.Contains("/Conversations/", StringComparison.Ordinal) || file.Contains("/Messaging/", StringComparison.Ordinal));

    private static IEnumerable<string> FilesWith(string text) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && File.ReadAllText(file).Contains(text, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
}
