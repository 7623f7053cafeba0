using System.Linq.Expressions;

namespace Chatbot.Web.Console.Lists;

/// <summary>Puts an order before the one that a query has: its own keys decide among equals, so that pages never overlap.</summary>
internal static class ListOrder
{
    public static IQueryable<TRow> Before<TRow>(IOrderedQueryable<TRow> rows, Expression<Func<TRow, object?>> key, bool descending)
    {
        var (source, own) = Own(rows.Expression);
        var sorted = Call(source, nameof(Queryable.OrderBy), key, descending);
        foreach (var (name, lambda) in own) sorted = CallAgain(sorted, name, lambda);
        return rows.Provider.CreateQuery<TRow>(sorted);
    }

    // OrderBy(x).ThenByDescending(y) over source → source, [(OrderBy, x), (ThenByDescending, y)]
    private static (Expression Source, List<(string Name, LambdaExpression Key)> Own) Own(Expression expression)
    {
        var own = new List<(string, LambdaExpression)>();
        while (expression is MethodCallExpression { Method: { DeclaringType: var type } method, Arguments: [var inner, UnaryExpression { Operand: LambdaExpression lambda }] }
            && type == typeof(Queryable) && method.Name.Contains("By", StringComparison.Ordinal))
        {
            own.Insert(0, (method.Name, lambda));
            expression = inner;
            if (method.Name.StartsWith("OrderBy", StringComparison.Ordinal)) break;
        }
        return (expression, own);
    }

    private static MethodCallExpression Call<TRow>(Expression source, string name, Expression<Func<TRow, object?>> key, bool descending)
    {
        var body = key.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : key.Body;
        return Queried(source, descending ? name + "Descending" : name, Expression.Lambda(body, key.Parameters));
    }

    private static MethodCallExpression CallAgain(Expression source, string name, LambdaExpression key) =>
        Queried(source, name.Replace("OrderBy", "ThenBy", StringComparison.Ordinal), key);

    private static MethodCallExpression Queried(Expression source, string name, LambdaExpression key) =>
        Expression.Call(typeof(Queryable), name, [key.Parameters[0].Type, key.ReturnType], source, Expression.Quote(key));
}
