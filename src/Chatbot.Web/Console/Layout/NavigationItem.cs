using Chatbot.Officials;

namespace Chatbot.Web.Console.Layout;

/// <summary>A page in the menu; each capability registers its own with <see cref="Navigation.AddNavigation"/>.</summary>
/// <param name="Path">Also current for every address below it.</param>
/// <param name="Any">Who sees it; <see cref="Right.None"/>: everybody.</param>
/// <param name="Order">From the top: 10 daily work, 50 content, 90 administration.</param>
public sealed record NavigationItem(string Path, string Title, Icon Icon, Right Any, int Order);

public static class Navigation
{
    public static IServiceCollection AddNavigation(this IServiceCollection services, params IEnumerable<NavigationItem> items)
    {
        foreach (var item in items) services.AddSingleton(item);
        return services;
    }

    public static IEnumerable<NavigationItem> For(this IEnumerable<NavigationItem> items, Visitor visitor) =>
        items.Where(item => item.Any == Right.None || visitor.May(item.Any)).OrderBy(item => item.Order);
}
