using System.Collections.Immutable;
using Azure;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>A user as stored now.</summary>
/// <param name="Listing">Names the rows that the user is found by; null: the user is not listed yet.</param>
/// <param name="Keys">Of the latest requests that changed the user, oldest first.</param>
/// <param name="Change">The id of the change that made the user so; null: it was written without one.</param>
internal sealed record FoundUser(User User, ETag Version, string? Listing, ImmutableArray<RecentKey> Keys, string? Change);
