using System.Globalization;
using System.Threading.RateLimiting;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Chatbot.Web.Api;

public static class ApiServices
{
    internal const string Limit = "api";
    private const string SchemeName = "key";

    /// <summary>The interface for other systems. Needs <c>AddConsole</c>, whose sign-in and limits it extends, and <c>AddCampaigns</c>.</summary>
    public static IHostApplicationBuilder AddApi(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiAccess.Scheme, null);
        services.AddSingleton<ApiAnswers>();
        services.Configure<RateLimiterOptions>(LimitKeys);
        services.AddOpenApi("v1", Describe);
        return builder;
    }

    // By what is sent as a key: a stranger's guesses do not use up a key's share, and a key has one share wherever it comes from.
    private static void LimitKeys(RateLimiterOptions limits)
    {
        limits.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(PartitionOf(http), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = http.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
        limits.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static string PartitionOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { Length: > 0 and < 200 } key ? OneTimeToken.Hash(key) : ConsoleContext.AddressOf(http);

    private static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiRoutes.Root.TrimStart('/') + "/", StringComparison.Ordinal) == true && !endpoint.RelativePath.EndsWith("openapi.json", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = ApiTexts.Title, Description = ApiTexts.About, Version = "v1" };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = ApiTexts.KeyHint },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestKeyNeeded>().Any()) return Task.CompletedTask;
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Idempotency-Key", In = ParameterLocation.Header, Required = true, Description = ApiTexts.RequestKeyHint, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
            });
            return Task.CompletedTask;
        });
    }
}
