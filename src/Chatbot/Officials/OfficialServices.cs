using Chatbot.Officials.ApiKeys;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Officials;

public static class OfficialServices
{
    private const int HashRounds = 210_000;   // PBKDF2 with SHA-512, as OWASP's password storage page asked for when it was read on 22 November 2026

    /// <summary>Accounts, units and the audit trail. Needs persistence and an <see cref="ISecretBox"/>.</summary>
    public static IHostApplicationBuilder AddOfficials(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OfficialsOptions>().BindConfiguration("Officials").ValidateDataAnnotations().ValidateOnStart();
        services.AddAuditTrail();
        services.TryAddScoped(found => found.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContext());
        services.AddIdentityCore<Official>().AddUserStore<UserOnlyStore<Official, ChatbotDb, Guid>>().AddPasswordValidator<PasswordRules>();
        services.AddSingleton<IConfigureOptions<IdentityOptions>, PasswordLength>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = HashRounds);
        services.AddScoped<InviteOfficial>().AddScoped<Invitations>().AddScoped<FirstAdministrator>();
        services.AddScoped<SignIn>().AddSingleton<Sessions>().AddSingleton<TwoFactor>().AddSingleton<ChangeOfficial>().AddSingleton<ArrangeUnits>().AddSingleton<KeepApiKeys>();
        return builder;
    }

    /// <summary>The trail and its interceptor; also for the command line.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AuditTrail>().AddSingleton<AuditVerifier>().AddSingleton<IInterceptor, AuditInterceptor>();
        return services;
    }

    private sealed class PasswordLength(IOptions<OfficialsOptions> options) : IConfigureOptions<IdentityOptions>
    {
        public void Configure(IdentityOptions identity)
        {
            var password = identity.Password;
            (password.RequiredLength, password.RequiredUniqueChars) = (options.Value.PasswordLength, 5);
            (password.RequireDigit, password.RequireLowercase, password.RequireUppercase, password.RequireNonAlphanumeric) = (false, false, false, false);
        }
    }
}
