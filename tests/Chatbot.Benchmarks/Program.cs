using Chatbot.Benchmarks;

// One measurement a verb; each prints its figures and the commit settings that they hold for.
return args switch
{
    ["bare", var port] => await BareEndpoint.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    ["webhook", var database, ..] => await WebhookAcceptance.RunAsync(database),
    ["way", var database, "--varied", ..] => await WholeWay.RunAsync(database, varied: true, args[3..]),
    ["way", var database, ..] => await WholeWay.RunAsync(database, varied: false, args[2..]),
    ["cases", var database] => await CaseLists.RunAsync(database),
    ["pages", var database] => await CasePages.RunAsync(database, only: ""),
    ["pages", var database, var only] => await CasePages.RunAsync(database, only),
    ["campaign", .. var sizes] => await CampaignSending.RunAsync(sizes),
    ["memory", var catalogue, ..] => await ServiceMemory.RunAsync(catalogue),
    ["ask", var catalogue] => AskCatalogue.Run(catalogue, copies: 11),
    ["ask", var catalogue, var copies] => AskCatalogue.Run(catalogue, int.Parse(copies, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/Chatbot.Benchmarks -- VERB
          webhook postgres|sqlite          accepted webhooks a second against a bare endpoint that reads and hashes (needs wrk)
          way postgres|sqlite [--varied] [RATES]
                                           from webhook to reply in the stand-in, at these messages a second (default 300 1000 1500 2000): eight
                                           common questions in turn, or (varied) no message twice
          cases postgres|sqlite            lists, counts and searches over 50,000 cases, p50 and p95
          pages postgres|sqlite [PART]     every page of the console that grows with use, over 50,000 cases, as a browser asks for it, p50 and p95
          campaign [SIZES]                 campaign messages a second against a bare HttpClient loop; freezing and memory at these sizes (default 10000 100000 1000000)
          ask CATALOGUE.jsonl.gz [COPIES]  index build, its memory, time and bytes a question, on 1 and 8 threads: as it is, and COPIES (11) times with other titles
          memory CATALOGUE.jsonl.gz        resident memory of the service with this catalogue imported
        """);
    return 2;
}
