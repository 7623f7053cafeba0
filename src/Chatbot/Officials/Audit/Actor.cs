namespace Chatbot.Officials.Audit;

/// <summary>Who acts now: an official in a browser, or the service itself.</summary>
/// <param name="OfficialId">Null: the service, or somebody at the command line.</param>
/// <param name="Address">Where from: the browser's address, <c>cli</c>, or empty for the service.</param>
public sealed record Actor(Guid? OfficialId, Guid UnitId, string Address)
{
    public static readonly Actor Service = new(null, Unit.RootId, "");

    public static readonly Actor CommandLine = new(null, Unit.RootId, "cli");

    private static readonly AsyncLocal<Actor?> Acting = new();

    /// <summary>Of this flow of calls; contexts come from a pool and cannot carry it.</summary>
    public static Actor Current => Acting.Value ?? Service;

    /// <summary>From now on, in this flow of calls and those that it begins.</summary>
    public static void Is(Actor actor) => Acting.Value = actor;
}
