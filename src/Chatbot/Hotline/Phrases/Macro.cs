using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Phrases;

/// <summary>Several steps that officials take together, under one name.</summary>
public sealed class Macro
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public required string Name { get; set; }

    /// <summary>JSON of <see cref="MacroStep"/>s.</summary>
    public required string Steps { get; set; }

    public static string Write(IReadOnlyList<MacroStep> steps) => JsonSerializer.Serialize(steps, MacroJson.Default.IReadOnlyListMacroStep);

    /// <returns>Empty: none, or written by a version that knows more.</returns>
    public IReadOnlyList<MacroStep> Read()
    {
        try
        {
            return JsonSerializer.Deserialize(Steps, MacroJson.Default.IReadOnlyListMacroStep) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <param name="Argument">Id of the label, official or unit, name of the kind or end; empty where none is needed.</param>
public sealed record MacroStep(MacroAction Action, string Argument);

/// <summary>What a step does. Canned fills the composer; it never sends.</summary>
public enum MacroAction { Claim, Assign, Label, Unlabel, ConfirmKind, Forward, Start, Canned, Close }

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<MacroStep>))]
internal sealed partial class MacroJson : JsonSerializerContext;

internal sealed class MacroMap : IEntityTypeConfiguration<Macro>
{
    public void Configure(EntityTypeBuilder<Macro> macro)
    {
        macro.HasIndex(m => new { m.UnitId, m.Name }).IsUnique();
        macro.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
