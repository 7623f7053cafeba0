using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.ApiKeys;

/// <summary>What the pages about keys of other systems say; the words are in <c>ApiKeyTexts.resx</c>.</summary>
public static class ApiKeyTexts
{
    private static readonly ResourceManager Resources = new(typeof(ApiKeyTexts));

    public static string Menu => Resources.Text(nameof(Menu));
    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string Document => Resources.Text(nameof(Document));
    public static string New => Resources.Text(nameof(New));
    public static string Name => Resources.Text(nameof(Name));
    public static string NameHint => Resources.Text(nameof(NameHint));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string UnitHint => Resources.Text(nameof(UnitHint));
    public static string Scopes => Resources.Text(nameof(Scopes));
    public static string Days => Resources.Text(nameof(Days));
    public static string Start => Resources.Text(nameof(Start));
    public static string State => Resources.Text(nameof(State));
    public static string StateAlive => Resources.Text(nameof(StateAlive));
    public static string StateOver => Resources.Text(nameof(StateOver));
    public static string StateRevoked => Resources.Text(nameof(StateRevoked));
    public static string ExpiresAt => Resources.Text(nameof(ExpiresAt));
    public static string LastUsedAt => Resources.Text(nameof(LastUsedAt));
    public static string CreatedBy => Resources.Text(nameof(CreatedBy));
    public static string Make => Resources.Text(nameof(Make));
    public static string Refused => Resources.Text(nameof(Refused));
    public static string Made => Resources.Text(nameof(Made));
    public static string Key => Resources.Text(nameof(Key));
    public static string Done => Resources.Text(nameof(Done));
    public static string Revoke => Resources.Text(nameof(Revoke));
    public static string RevokeConfirm => Resources.Text(nameof(RevokeConfirm));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string ScopeWriteCampaigns => Resources.Text(nameof(ScopeWriteCampaigns));
    public static string ScopeSubmitCampaigns => Resources.Text(nameof(ScopeSubmitCampaigns));
    public static string ScopeReadCampaigns => Resources.Text(nameof(ScopeReadCampaigns));
    public static string ScopeReadDeliveries => Resources.Text(nameof(ScopeReadDeliveries));
    public static string ActionAdded => Resources.Text(nameof(ActionAdded));
    public static string ActionChanged => Resources.Text(nameof(ActionChanged));

    public static string MadeHint(string name, int days) => Resources.Text(nameof(MadeHint), name, days);

    public static string Author(string name) => Resources.Text(nameof(Author), name);
}
