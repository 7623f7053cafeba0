using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary><c>POST /control/scenario</c>: a JSON array of steps, answered with a line for each.</summary>
internal sealed class ScenarioApi(SimulatorApp app)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/scenario", (HttpContext http, CancellationToken ct) =>
        ControlApi.WithAsync<List<ScenarioStep>>(http, async steps => ControlApi.Answer(await new Scenario(app).RunAsync(steps, ct))));
}
