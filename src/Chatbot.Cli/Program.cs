using Chatbot.Cli;

// One verb a file; each takes the arguments after its name and returns the exit code: 0 done, 1 failed, 2 called wrongly.
var verbs = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["ask"] = Ask.Run,
    ["audit"] = AuditVerb.Run,
    ["connect"] = ConnectVerb.Run,
    ["evaluate"] = Evaluate.Run,
    ["handover"] = HandoverVerb.Run,
    ["import"] = ImportVerb.Run,
    ["migrate"] = MigrateVerb.Run,
    ["official"] = OfficialVerb.Run,
    ["outbox"] = OutboxVerb.Run,
    ["train"] = Train.Run,
};

if (args.Length > 0 && verbs.TryGetValue(args[0], out var verb))
{
    return verb(args[1..]);
}

Console.Error.WriteLine($"Usage: Chatbot.Cli <{string.Join('|', verbs.Keys)}> [options]");
return 2;
