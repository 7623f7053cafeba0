using System.ComponentModel.DataAnnotations;

namespace Chatbot.Officials;

/// <summary>How officials sign in.</summary>
public sealed class OfficialsOptions
{
    /// <summary>Rights whose holders must use an authenticator app.</summary>
    public Right TwoFactorFor { get; init; } = Right.Administrator;

    /// <summary>Characters of the shortest password.</summary>
    [Range(8, 64)] public int PasswordLength { get; init; } = 12;

    /// <summary>Wrong passwords or codes in a row until the account is closed for <see cref="LockOutFor"/>.</summary>
    [Range(3, 20)] public int LockOutAfter { get; init; } = 5;

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")] public TimeSpan LockOutFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a link to choose a password works.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")] public TimeSpan InvitationLife { get; init; } = TimeSpan.FromDays(3);

    /// <summary>A session ends after this much quiet.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")] public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(10);

    /// <summary>A session ends after this at the latest.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")] public TimeSpan SessionLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Tries to sign in from one address in a minute.</summary>
    [Range(3, 1000)] public int SignInsPerMinute { get; init; } = 30;
}
