namespace Chatbot.Cli;

/// <summary>Placeholder until the trainer lands in this branch.</summary>
public static class Train
{
    public static int Run(string[] args) => args.Length < 0 ? 1 : 2;
}
