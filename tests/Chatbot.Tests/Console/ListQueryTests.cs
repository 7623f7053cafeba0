using Chatbot.Web.Console.Lists;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Tests.Console;

public sealed class ListQueryTests
{
    [Fact]
    public void What_stands_in_the_address_comes_back_in_its_links()
    {
        var query = Of("?q=Lan%20Anh&state=locked&sort=name&page=3&other=x");
        Assert.Equal("/console/officials?q=Lan%20Anh&state=locked&sort=name&page=4", query.ToPage(4));
        Assert.Equal("/console/officials?q=Lan%20Anh&state=locked&sort=name&desc=1", query.SortedBy("name"));
        Assert.Equal("/console/officials?q=Lan%20Anh&state=locked&sort=unit", query.SortedBy("unit"));
        Assert.Equal("/console/officials?q=Lan%20Anh&state=locked&sort=name&export=csv", query.Export("csv"));
    }

    [Theory]
    [InlineData("?page=-1")]
    [InlineData("?page=0")]
    [InlineData("?page=99999999999999999999")]
    [InlineData("?page=abc")]
    [InlineData("")]
    public void A_page_that_cannot_be_is_the_first(string asked) => Assert.Equal(1, Of(asked).Page);

    private static ListQuery Of(string asked)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = ("/console/officials", new QueryString(asked));
        return ListQuery.Of(request, "state");
    }
}
