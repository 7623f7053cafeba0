using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chatbot.Catalogue.Starter;

/// <summary>The files' shape: camelCase names and enums; a property that the records do not know is a mistake in the file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(CamelCase<AgencyLevel>), typeof(CamelCase<ProcedureStatus>), typeof(CamelCase<Detail>), typeof(CamelCase<OnlineLevel>),
        typeof(CamelCase<Answerable>), typeof(CamelCase<SubmissionChannel>), typeof(CamelCase<TimeUnit>), typeof(CamelCase<DayOfWeek>),
    ])]
[JsonSerializable(typeof(Procedure[]))]
[JsonSerializable(typeof(FaqEntry[]))]
[JsonSerializable(typeof(Office[]))]
[JsonSerializable(typeof(TitleOnly[]))]
internal sealed partial class StarterJson : JsonSerializerContext;

/// <summary>Enums as words ("inForce"); numbers are refused, so that a reordered enum cannot change a file's meaning.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
