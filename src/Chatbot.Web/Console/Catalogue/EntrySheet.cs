using Chatbot.Catalogue;
using Chatbot.Understanding;
using Chatbot.Web.Console.Preview;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>One version of an entry, as its page shows it.</summary>
/// <param name="Version">A <see cref="ProcedureVersion"/> or a <see cref="FaqVersion"/>.</param>
/// <param name="Versions">All of the same entry, the newest first.</param>
/// <param name="Preview">What the bot would say.</param>
/// <param name="OpenDraft">A change of this entry that somebody is writing; null: none.</param>
public sealed record EntrySheet(
    IContentVersion Version, string Title, EntryState State, IReadOnlyList<EntryPart> Parts, IReadOnlyList<VersionLine> Versions, IReadOnlyList<ShownTalk> Preview, Guid? OpenDraft)
{
    public bool IsProcedure => Version is ProcedureVersion;

    public bool IsNewest => Versions.Count == 0 || Versions[0].Id == Version.Id;

    /// <summary>Part of a procedure that the preview shows.</summary>
    public Aspect Aspect { get; init; }
}

/// <summary>One version in the list of an entry's versions.</summary>
public sealed record VersionLine(Guid Id, int Version, DateTimeOffset At, DateOnly? ValidFrom, DateOnly? SupersededOn, string Source);
