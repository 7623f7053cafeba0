namespace Chatbot.Officials;

/// <summary>The signed-in official behind one request, read from the database with it: what was taken away a second ago counts already.</summary>
/// <param name="UnitPath">See <see cref="Unit.Path"/>.</param>
/// <param name="HasTwoFactor">An authenticator app is set up.</param>
public sealed record Visitor(
    Guid OfficialId, Guid SessionId, string UserName, string FullName, Right Rights, Guid UnitId, string UnitName, string UnitPath, bool HasTwoFactor)
{
    public bool May(Right any) => Rights.HasAny(any);
}
