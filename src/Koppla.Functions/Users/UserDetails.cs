using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>What administrators say of a user.</summary>
internal sealed record UserDetails(string Name, string? Department, Language Language, ImmutableArray<Device> Devices)
{
    public User Of(User user) => user with
    {
        Name = Name,
        Department = Department,
        Language = Language,
        Handling = user.Handling with { Devices = Devices },
    };
}
