using System.Collections.Immutable;
using Azure;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>A user as stored now.</summary>
/// <param name="Keys">Of the latest requests that changed the user, oldest first.</param>
internal sealed record FoundUser(User User, ETag Version, ImmutableArray<RecentKey> Keys);
