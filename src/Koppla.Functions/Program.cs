using Koppla.Functions;
using Koppla.Functions.Api;
using Koppla.Functions.Api.RateLimits;
using Koppla.Functions.Audit;
using Koppla.Functions.Bulk;
using Koppla.Functions.Calls;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.Health;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Insight;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Settings;
using Koppla.Functions.Sounds;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Functions.Users;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.UseRetryLater();
builder.UseClientAddress();

builder.Services
    .AddTime()
    .AddLogFilters()
    .AddTelemetry(builder.Configuration)
    .AddTableStorage(builder.Configuration)
    .AddTelephony(builder.Configuration)
    .AddAzureCommunication(builder.Configuration)
    .AddSounds(builder.Configuration)
    .AddTokenValidation(builder.Configuration)
    .AddAudit()
    .AddChangeEvents(builder.Configuration)
    .AddNumbers()
    .AddUsers()
    .AddColleagues()
    .AddBulkChanges()
    .AddInsight()
    .AddOrganisations()
    .AddDestinations()
    .AddCallRecords()
    .AddSupervisedCalls()
    .AddLiveUpdates()
    .AddIncomingCalls(builder.Configuration)
    .AddHealth()
    .AddApi(builder.Configuration);

var app = builder.Build();
if (app.HasGoodSettings())
{
    await app.RunAsync();
}
