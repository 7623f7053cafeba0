using Chatbot.Catalogue;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Understanding;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Conversations;

/// <summary>Holds the state of the catalogue that turns answer from and builds the next one beside it: the old one serves until the new one is ready.</summary>
public sealed class KnowledgeKeeper(
    CatalogueStore store, LiveChanges live, IOptions<ConversationsOptions> options, TimeProvider clock, ILogger<KnowledgeKeeper> logger) : BackgroundService, IKnowledgeSource
{
    private const int WarmingQuestions = 3;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim building = new(1, 1);
    private volatile Knowledge? current;

    /// <summary>Version from which the index in use was built; empty: none yet.</summary>
    private string built = "";

    /// <exception cref="InvalidOperationException">Asked before the first <see cref="RefreshAsync"/>, which a start waits for.</exception>
    public Knowledge Current => current ?? throw new InvalidOperationException("The catalogue has not been loaded yet.");

    /// <summary>Loads what has changed, and returns when turns answer from it.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await building.WaitAsync(ct);
        try
        {
            var snapshot = await store.RefreshAsync(Unit.RootId, ct);
            if (snapshot.Version == built) return;
            current = current?.WithPhrasesOf(snapshot) ?? current;
            var started = clock.GetTimestamp();
            var places = options.Value.PlacesFile is { Length: > 0 } file ? await File.ReadAllTextAsync(file, ct) : "";
            var next = await Task.Run(() => Warm(Knowledge.Build(snapshot, UnderstandingData.Embedded().WithPlaces(places)), snapshot), ct);
            current = options.Value.UseSampleOffices == true ? next : next.WithoutSampleOffices();
            built = snapshot.Version;
            await Task.Run(snapshot.Fold, ct);
            GiveBackMemory();
            logger.KnowledgeBuilt(snapshot.Version, snapshot.Procedures.Count, snapshot.Faqs.Count, clock.GetElapsedTime(started));
        }
        finally
        {
            building.Release();
        }
    }

    /// <summary>What a process does for the first time takes it a second or more on a busy machine: no citizen waits for that.</summary>
    private static Knowledge Warm(Knowledge built, CatalogueSnapshot snapshot)
    {
        foreach (var procedure in snapshot.Procedures.Take(WarmingQuestions)) built.Understand(procedure.Name, previousCode: null);
        return built;
    }

    /// <summary>Building leaves more garbage than the catalogue is large; the next collection on its own may come hours later. A pause of a fifth of a second, once a change.</summary>
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    public override void Dispose()
    {
        building.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var told = live.Listen([LiveChange.Knowledge]);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)told.WaitAsync(UntilNextLook(), stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.KnowledgeNotBuilt(error);
            }
        }
    }

    /// <summary>Often, and right after midnight in Vietnam, when entries come into force and expire.</summary>
    private TimeSpan UntilNextLook()
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        var midnight = TimeSpan.FromDays(1) - now.TimeOfDay;
        return midnight < LookEvery ? midnight + TimeSpan.FromMilliseconds(1) : LookEvery;
    }
}
