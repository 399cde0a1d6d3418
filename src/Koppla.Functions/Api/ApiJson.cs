using System.Text.Json.Serialization;
using Koppla.Functions.Activating;
using Koppla.Functions.Audit;
using Koppla.Functions.Bulk;
using Koppla.Functions.Callers;
using Koppla.Functions.Calls;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.Insight;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Numbers;
using Koppla.Functions.Numbers.Batches;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.PlacedCalls;
using Koppla.Functions.Profiles;
using Koppla.Functions.Scheduling;
using Koppla.Functions.Transfers;
using Koppla.Functions.Users;

namespace Koppla.Functions.Api;

/// <summary>Every document of the API. Strict on the way in, no nulls on the way out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(ForwardingRequest))]
[JsonSerializable(typeof(ForwardingBody))]
[JsonSerializable(typeof(NumberBody))]
[JsonSerializable(typeof(IAsyncEnumerable<NumberBody>))]
[JsonSerializable(typeof(ReservationRequest))]
[JsonSerializable(typeof(ImportRequest))]
[JsonSerializable(typeof(RangeForwardingRequest))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(AssignmentRequest))]
[JsonSerializable(typeof(NumberListBody))]
[JsonSerializable(typeof(CallBody))]
[JsonSerializable(typeof(CallListBody))]
[JsonSerializable(typeof(OngoingCallBody))]
[JsonSerializable(typeof(OngoingCallListBody))]
[JsonSerializable(typeof(CallGoneBody))]
[JsonSerializable(typeof(PlacedCallRequest))]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(OrganisationBody))]
[JsonSerializable(typeof(TransferPolicyBody))]
[JsonSerializable(typeof(DestinationPolicyBody))]
[JsonSerializable(typeof(ChangedDestinationPolicyBody))]
[JsonSerializable(typeof(ForwardHealthBody))]
[JsonSerializable(typeof(WebhookRequest))]
[JsonSerializable(typeof(WebhookBody))]
[JsonSerializable(typeof(WebhookTestBody))]
[JsonSerializable(typeof(DeadLetterListBody))]
[JsonSerializable(typeof(ColleagueListBody))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(UserListBody))]
[JsonSerializable(typeof(NewUserRequest))]
[JsonSerializable(typeof(UserRequest))]
[JsonSerializable(typeof(UserRemovalBody))]
[JsonSerializable(typeof(ProfileBody))]
[JsonSerializable(typeof(ProfileListBody))]
[JsonSerializable(typeof(ActivationRequest))]
[JsonSerializable(typeof(ActivationBody))]
[JsonSerializable(typeof(ExtensionRequest))]
[JsonSerializable(typeof(DefaultProfileBody))]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(ScheduleBody))]
[JsonSerializable(typeof(ExceptionListBody))]
[JsonSerializable(typeof(BulkActivationRequest))]
[JsonSerializable(typeof(BulkProfileRequest))]
[JsonSerializable(typeof(BulkScheduleRequest))]
[JsonSerializable(typeof(BulkBody))]
[JsonSerializable(typeof(ChangePreviewBody))]
[JsonSerializable(typeof(AuditEntryBody))]
[JsonSerializable(typeof(AuditListBody))]
[JsonSerializable(typeof(RestoreRequest))]
[JsonSerializable(typeof(ExplainRequest))]
[JsonSerializable(typeof(ExplainBody))]
[JsonSerializable(typeof(WeekBody))]
internal sealed partial class ApiJson : JsonSerializerContext;
