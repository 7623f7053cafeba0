using Chatbot.Testing.House;

namespace Chatbot.Tests.Catalogue.Import;

/// <summary>A test over the data beside the project; skipped, and says so, where the folder is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippableOnSharedFactAttribute : FactAttribute
{
    public SkippableOnSharedFactAttribute()
    {
        if (Repository.Shared is null) Skip = "../shared is not beside this checkout";
    }
}
