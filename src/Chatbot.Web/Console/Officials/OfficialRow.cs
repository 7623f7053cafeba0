using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Officials;

public enum OfficialState { Active, Away, Invited, LockedOut, Locked }

/// <summary>An official in the list.</summary>
public sealed class OfficialRow
{
    public Guid Id { get; init; }

    public required string FullName { get; init; }

    public required string UserName { get; init; }

    public required string Unit { get; init; }

    public Right Rights { get; init; }

    public OfficialState State { get; init; }

    public bool HasTwoFactor { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? LastSignedInAt { get; init; }

    public static string Words(OfficialState state) => state switch
    {
        OfficialState.Active => OfficialsTexts.StateActive,
        OfficialState.Away => OfficialsTexts.StateAway,
        OfficialState.Invited => OfficialsTexts.StateInvited,
        OfficialState.LockedOut => OfficialsTexts.StateLockedOut,
        _ => OfficialsTexts.StateLocked,
    };

    /// <summary>All that the scope holds and the query asks for, by name.</summary>
    public static IOrderedQueryable<OfficialRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, DateTimeOffset now)
    {
        var officials = db.Set<Official>().Within(scope);
        var (word, name) = (PlainText.Of(query.Search), query.Search.ToUpperInvariant());
        if (word.Length > 0) officials = officials.Where(o => o.SearchText.Contains(word) || o.NormalizedUserName!.Contains(name));
        var rows =
            from official in officials
            join unit in db.Set<Unit>() on official.UnitId equals unit.Id
            select new OfficialRow
            {
                Id = official.Id,
                FullName = official.FullName,
                UserName = official.UserName!,
                Unit = unit.Name,
                Rights = official.Rights,
                State = official.LockedAt != null ? OfficialState.Locked
                    : official.LockoutEnd > now ? OfficialState.LockedOut
                    : official.PasswordHash == null ? OfficialState.Invited
                    : official.IsAway ? OfficialState.Away : OfficialState.Active,
                HasTwoFactor = official.TotpKey != null,
                LastSignedInAt = official.LastSignedInAt,
            };
        if (Enum.TryParse<OfficialState>(query.Filter("state"), ignoreCase: true, out var state)) rows = rows.Where(r => r.State == state);
        if (Enum.TryParse<Right>(query.Filter("right"), ignoreCase: true, out var right)) rows = rows.Where(r => (r.Rights & right) != 0);
        return rows.OrderBy(r => r.FullName).ThenBy(r => r.Id);
    }
}
