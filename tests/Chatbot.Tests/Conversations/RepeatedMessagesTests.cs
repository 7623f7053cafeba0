using Chatbot.Conversations;
using Chatbot.Understanding;

namespace Chatbot.Tests.Conversations;

public sealed class RepeatedMessagesTests
{
    private readonly List<string> read = [];
    private readonly RepeatedMessages messages;

    public RepeatedMessagesTests() => messages = new((text, topic) =>
    {
        read.Add($"{text}/{topic}");
        return Understood.Nothing with { Confidence = read.Count };
    });

    [Fact]
    public void The_same_words_are_read_once()
    {
        var first = messages.Understand("xin chào", null);
        Assert.Same(first, messages.Understand("xin chào", null));
        Assert.Single(read);
    }

    [Fact]
    public void Another_topic_is_another_question()
    {
        messages.Understand("phí bao nhiêu", null);
        messages.Understand("phí bao nhiêu", "1.001193");
        messages.Understand("phí bao nhiêu", "1.000894");
        Assert.Equal(3, read.Count);
    }

    [Fact]
    public void Long_messages_are_not_kept()
    {
        var story = string.Join(' ', Enumerable.Repeat("chuyện", 20));
        messages.Understand(story, null);
        messages.Understand(story, null);
        Assert.Equal(2, read.Count);
    }

    [Fact]
    public void What_nobody_asks_any_more_is_forgotten_and_what_is_asked_stays()
    {
        for (var i = 0; i < 20_000; i++)
        {
            messages.Understand("xin chào", null);
            messages.Understand($"câu {i}", null);
        }
        Assert.Equal(20_001, read.Count);
        messages.Understand("câu 1", null);
        Assert.Equal(20_002, read.Count);
    }
}
