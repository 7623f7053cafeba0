using Chatbot.Campaigns;
using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Conversations;
using Chatbot.LanguageModel;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Radio;
using Chatbot.Reports;
using Chatbot.Web.Api;
using Chatbot.Web.Connect;
using Chatbot.Web.Console;
using Chatbot.Web.Health;
using Chatbot.Web.Home;
using Chatbot.Web.Jobs;
using Chatbot.Web.Privacy;
using Chatbot.Web.Public;
using Chatbot.Web.Secrets;
using Chatbot.Web.StartUp;
using Chatbot.Web.Telemetry;
using Chatbot.Web.Webhooks;

var builder = WebApplication.CreateBuilder(args);
await using var standIns = await StandIns.StartAsync(builder, CancellationToken.None);
var roles = Roles.Of(builder.Configuration);

builder.AddTelemetry();
builder.AddSecrets().AddPersistence().AddOfficials().AddChannels().AddZalo().AddFacebook();
builder.AddMessaging(roles.Works).AddCatalogue().AddConversations().AddLearning().AddLanguageModel().AddRadio().AddReports().AddCampaigns(roles.Works);
builder.AddConnect().AddPrivacy().AddHealth().AddReporters(roles.Works);
if (roles.ServesWeb) builder.AddConsole().AddApi();
if (roles.Works) builder.AddJobs(JobList.All);

var app = builder.Build();
using var fileLock = await app.PrepareAsync();

if (roles.ServesWeb) app.UseApi().UseConsole();
app.MapHealth();
if (roles.ServesWeb) app.MapConsole().MapApi().MapWebhooks().MapConnect().MapPrivacy().MapPublic().MapShortLinks().MapHome(standIns);
await app.AnnounceWhenStartedAsync(standIns, roles);
await app.RunAsync();
