using Chatbot.Catalogue;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Cards;

/// <summary>Who carries it out, and the local office's address and hours.</summary>
internal static class WhereSection
{
    public static Section Of(Procedure procedure, Surroundings here)
    {
        var lines = new List<string> { Performing(procedure) };
        if (procedure.Levels.Count > 0) lines.Add(Texts.WhereLevels(string.Join(", ", procedure.Levels.Select(Level))));
        if (here.Hotline is { } office)
        {
            lines.Add(Texts.WhereLocal(here.OfficeName));
            lines.Add(OfficeCard.Text(office));
            lines.Add(here.OpenNote(office));
        }
        return new Section(Aspect.Where, string.Join('\n', lines.Where(line => line.Length > 0)), procedure.PerformingAgency.Length > 0);
    }

    public static string Performing(Procedure procedure) =>
        procedure.PerformingAgency.Length > 0
            ? Texts.WherePerforming(Words.Unended(Words.Cut(Words.Line(procedure.PerformingAgency), 300)))
            : Texts.WhereUnknown;

    public static string Level(AgencyLevel level) => level switch
    {
        AgencyLevel.Commune => Texts.LevelCommune,
        AgencyLevel.Province => Texts.LevelProvince,
        AgencyLevel.Ministry => Texts.LevelMinistry,
        _ => Texts.LevelOther,
    };
}
