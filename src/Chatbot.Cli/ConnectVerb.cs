using System.Data.Common;

namespace Chatbot.Cli;

/// <summary><c>connect zalo|facebook</c>: connects an account without code. One channel a file.</summary>
internal static class ConnectVerb
{
    private static readonly Dictionary<string, Func<Arguments, CancellationToken, Task<int>>> Channels = new(StringComparer.Ordinal)
    {
        ["zalo"] = ConnectZalo.RunAsync,
        ["facebook"] = ConnectFacebook.RunAsync,
    };

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !Channels.TryGetValue(args[0], out var connect))
        {
            Console.Error.WriteLine($"Usage: Chatbot.Cli connect <{string.Join('|', Channels.Keys)}> [options]");
            return 2;
        }
        try
        {
            return connect(new Arguments(args[1..]), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (DbException e)
        {
            Console.Error.WriteLine($"The database does not take it: {e.Message}. Start the service once, so that its tables are made.");
            return 1;
        }
    }
}
