using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Zalo;

namespace Chatbot.Simulator;

/// <summary>How a simulator starts. Nothing here is a secret of a real account.</summary>
public sealed class SimulatorOptions
{
    /// <summary>IP address to listen on.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>0: any free port.</summary>
    public int Port { get; set; }

    /// <summary>Decides persons' ids, the order of JSON members and everything left to chance.</summary>
    public int Seed { get; set; } = 20261121;

    /// <summary>Null: the platforms' time runs with the machine's. Otherwise it stands at this moment and moves only when told.</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>False lifts rate limits; windows and limits of texts stay.</summary>
    public bool LimitsEnabled { get; set; } = true;

    /// <summary>Calls and webhooks kept for reading; 0: none.</summary>
    public int JournalCapacity { get; set; } = 2_000;

    /// <summary>Sends kept with how far their answers came, for crash drills; 0: totals only.</summary>
    public int SendLedgerCapacity { get; set; } = 10_000;

    /// <summary>Messages kept per conversation.</summary>
    public int MailboxCapacity { get; set; } = 500;

    /// <summary>Keep the body of every send with its message.</summary>
    public bool KeepRawRequests { get; set; } = true;

    /// <summary>Webhooks in flight at most.</summary>
    public int WebhookConcurrency { get; set; } = 64;

    public ZaloSettings Zalo { get; } = new();

    public FacebookSettings Facebook { get; } = new();

    /// <summary>Settings for measuring the service under test: no rate limits, no journal, no list of sends, short mailboxes, no receipts.</summary>
    public static SimulatorOptions HighThroughput()
    {
        var options = new SimulatorOptions { LimitsEnabled = false, JournalCapacity = 0, SendLedgerCapacity = 0, MailboxCapacity = 8, KeepRawRequests = false };
        options.Zalo.Receipts = options.Facebook.Receipts = false;
        options.Zalo.Echoes = options.Facebook.Echoes = false;
        return options;
    }

    /// <summary>Gives each platform one account when none is configured.</summary>
    internal void FillIn()
    {
        if (Zalo.Accounts.Count == 0) Zalo.Accounts.Add(new ZaloAccountSettings());
        if (Facebook.Pages.Count == 0) Facebook.Pages.Add(new FacebookPageSettings());
    }
}
