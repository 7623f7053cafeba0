using Microsoft.AspNetCore.Identity;

namespace Chatbot.Officials;

/// <summary>Beside length: not the own name, and none of those that everybody tries first. No rule asks for signs or capitals: a sentence is a good password.</summary>
public sealed class PasswordRules : IPasswordValidator<Official>
{
    public const string HoldsName = "PasswordHoldsName";
    public const string TooCommon = "PasswordTooCommon";
    public const string TooLong = "PasswordTooLong";
    private const int Longest = 200;

    private static readonly string[] Common = ["password", "matkhau", "123456", "qwerty", "abc123", "admin", "vietnam", "111111", "000000", "iloveyou"];

    public Task<IdentityResult> ValidateAsync(UserManager<Official> manager, Official user, string? password)
    {
        var problems = Problems(user, password ?? "").Select(code => new IdentityError { Code = code }).ToArray();
        return Task.FromResult(problems.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(problems));
    }

    private static IEnumerable<string> Problems(Official official, string password)
    {
        if (password.Length > Longest) yield return TooLong;
        if (official.UserName is { Length: >= 3 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase)) yield return HoldsName;
        // What is left when the usual words and digits are taken away must still be something.
        var left = Common.Aggregate(password, (text, word) => text.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        if (left.Distinct().Count() < 4) yield return TooCommon;
    }
}
