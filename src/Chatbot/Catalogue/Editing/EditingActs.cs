namespace Chatbot.Catalogue.Editing;

/// <summary>Who acts, and for which units: rows of other units are not found.</summary>
public sealed record CatalogueActor(Guid OfficialId, IReadOnlyCollection<Guid> UnitIds);

/// <summary>The draft as its reader saw it; an act on an older one is refused.</summary>
public sealed record SeenDraft(Guid Id, int Revision);

/// <param name="Outcome">What became of the act.</param>
/// <param name="Draft">As it is now; null when it is unknown.</param>
public sealed record DraftAct(DraftOutcome Outcome, EntryDraft? Draft)
{
    public static readonly DraftAct Unknown = new(DraftOutcome.Unknown, null);
}

/// <summary>Unknown: not there, or of a unit that is not the actor's. WrongState: closed, or not submitted. ChangedMeanwhile: somebody else was faster. OwnWork: author
/// or editor would approve. Overtaken: the catalogue's entry has changed since the draft was begun. Exists: the code is in the catalogue. NoCatalogue: nothing is in the
/// database yet, so that one entry would take the place of the whole starter catalogue. NothingNew: it says what the catalogue says. Unfit: something that an entry must say is missing.</summary>
public enum DraftOutcome { Done, Unknown, WrongState, ChangedMeanwhile, OwnWork, Overtaken, Exists, NoCatalogue, NothingNew, Unfit }
