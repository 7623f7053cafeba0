using Chatbot.Officials.ApiKeys;

namespace Chatbot.Web.Console.ApiKeys;

/// <summary>Scopes as people read them.</summary>
internal static class ApiKeyWords
{
    public static string Of(ApiScope scope) => scope switch
    {
        ApiScope.WriteCampaigns => ApiKeyTexts.ScopeWriteCampaigns,
        ApiScope.SubmitCampaigns => ApiKeyTexts.ScopeSubmitCampaigns,
        ApiScope.ReadCampaigns => ApiKeyTexts.ScopeReadCampaigns,
        _ => ApiKeyTexts.ScopeReadDeliveries,
    };

    /// <returns>Names of all of them, separated by commas.</returns>
    public static string All(ApiScope scopes) => string.Join(", ", ApiScopes.Each.Where(one => scopes.HasFlag(one)).Select(Of));
}
