using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Officials;

/// <summary>What the pages about officials say; the words are in <c>OfficialsTexts.resx</c>.</summary>
public static class OfficialsTexts
{
    private static readonly ResourceManager Resources = new(typeof(OfficialsTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Invite => Resources.Text(nameof(Invite));
    public static string FullName => Resources.Text(nameof(FullName));
    public static string UserName => Resources.Text(nameof(UserName));
    public static string UserNameHint => Resources.Text(nameof(UserNameHint));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string Rights => Resources.Text(nameof(Rights));
    public static string State => Resources.Text(nameof(State));
    public static string LastSignedIn => Resources.Text(nameof(LastSignedIn));
    public static string TwoFactor => Resources.Text(nameof(TwoFactor));
    public static string StateActive => Resources.Text(nameof(StateActive));
    public static string StateInvited => Resources.Text(nameof(StateInvited));
    public static string StateLocked => Resources.Text(nameof(StateLocked));
    public static string StateLockedOut => Resources.Text(nameof(StateLockedOut));
    public static string StateAway => Resources.Text(nameof(StateAway));
    public static string Never => Resources.Text(nameof(Never));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string InviteTitle => Resources.Text(nameof(InviteTitle));
    public static string InviteButton => Resources.Text(nameof(InviteButton));
    public static string LinkTitle => Resources.Text(nameof(LinkTitle));
    public static string LinkHint(object first, object second) => Resources.Text(nameof(LinkHint), first, second);
    public static string LinkLabel => Resources.Text(nameof(LinkLabel));
    public static string LinkDone => Resources.Text(nameof(LinkDone));
    public static string NameTaken => Resources.Text(nameof(NameTaken));
    public static string NameInvalid => Resources.Text(nameof(NameInvalid));
    public static string FullNameMissing => Resources.Text(nameof(FullNameMissing));
    public static string UnitUnknown => Resources.Text(nameof(UnitUnknown));
    public static string NoRights => Resources.Text(nameof(NoRights));
    public static string Invalid => Resources.Text(nameof(Invalid));
    public static string LastAdministrator => Resources.Text(nameof(LastAdministrator));
    public static string Edit => Resources.Text(nameof(Edit));
    public static string SignInHeading => Resources.Text(nameof(SignInHeading));
    public static string Lock => Resources.Text(nameof(Lock));
    public static string LockConfirm => Resources.Text(nameof(LockConfirm));
    public static string LockHint => Resources.Text(nameof(LockHint));
    public static string Unlock => Resources.Text(nameof(Unlock));
    public static string Reset => Resources.Text(nameof(Reset));
    public static string ResetAll => Resources.Text(nameof(ResetAll));
    public static string ResetHint => Resources.Text(nameof(ResetHint));
    public static string Locked => Resources.Text(nameof(Locked));
    public static string Unlocked => Resources.Text(nameof(Unlocked));
    public static string NewOfficialHint => Resources.Text(nameof(NewOfficialHint));
}
