using Chatbot.Understanding;

namespace Chatbot.Tests.Understanding;

/// <summary>Attacks and traps, in our own words: each line of <see cref="GuardList"/> is one message and the handling it must get.</summary>
public sealed class GuardTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in GuardList.Lines)
        {
            var cells = line.Split(": ", 2);
            cases.Add(cells[0], cells[1]);
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_trap_is_seen(string handling, string text)
    {
        var understood = SmallCatalogue.Understander.Understand(text, null);
        var got = Wire.Name(understood.Handling) + (understood.Emergency is { } line ? $" {(int)line}" : "");
        Assert.True(handling == got || (handling == "procedure" && understood.Handling == Handling.Clarify), $"{text}: {got}, not {handling}");
    }

    [Fact]
    public void The_list_is_long_enough() => Assert.True(GuardList.Lines.Length >= 200);

    [Fact]
    public void What_is_no_procedure_carries_no_codes() => Assert.All(
        GuardList.Lines.Where(l => !l.StartsWith("procedure", StringComparison.Ordinal) && !l.StartsWith("faq", StringComparison.Ordinal)),
        l => Assert.Empty(SmallCatalogue.Understander.Understand(l.Split(": ", 2)[1], null).Candidates));
}
