using System.Text.Json.Serialization;
using Koppla.Functions.Users.Documents;

namespace Koppla.Functions.Users;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserDocument))]
[JsonSerializable(typeof(HolidayCalendarDocument))]
[JsonSerializable(typeof(RecentKey[]))]
internal sealed partial class UserJson : JsonSerializerContext;
