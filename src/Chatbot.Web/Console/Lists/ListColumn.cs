using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;

namespace Chatbot.Web.Console.Lists;

/// <summary>One column, on the page and in exports.</summary>
/// <param name="Key">In the address; short and fixed.</param>
/// <param name="Text">As a person reads it and as it is exported.</param>
public sealed record ListColumn<TRow>(string Key, string Heading, Func<TRow, string> Text)
{
    /// <summary>What the database sorts by; null: this column cannot be sorted.</summary>
    public Expression<Func<TRow, object?>>? SortBy { get; init; }

    /// <summary>More than text on the page, a link for instance; null: the text.</summary>
    public RenderFragment<TRow>? Cell { get; init; }
}
