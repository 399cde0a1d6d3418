using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Tests.Directory;

public sealed class RoutingDataTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("08-678 55 00").Value;
    private static readonly OrganisationId Organisation = new(Guid.Empty);
    private static readonly UserId User = new(Guid.Empty);

    [Fact]
    public void What_was_not_read_is_not_found()
    {
        Assert.False(RoutingData.Empty.TryFind(Number, out _));
        Assert.False(RoutingData.Empty.TryFind(Organisation, out _));
        Assert.False(RoutingData.Empty.TryFind(User, out _));
    }

    [Fact]
    public void What_does_not_exist_is_found_to_be_absent()
    {
        var data = RoutingData.Empty
            .WithAbsent(new MissingNumber(Number))
            .WithAbsent(new MissingUser(Organisation, User))
            .WithAbsent(new MissingOrganisation(Organisation));

        Assert.True(data.TryFind(Number, out var entry));
        Assert.Same(UnknownNumber.Instance, entry);
        Assert.True(data.TryFind(Organisation, out var organisation));
        Assert.Null(organisation);
        Assert.True(data.TryFind(User, out var user));
        Assert.Null(user);
    }

    [Fact]
    public void The_latest_entry_counts_and_the_old_data_stays_as_it_was()
    {
        var before = RoutingData.Empty.With(Number, UnknownNumber.Instance);
        var reserved = new ReservedNumber(Organisation, Forwarding: null);

        var after = before.With(Number, reserved);

        Assert.True(after.TryFind(Number, out var now));
        Assert.Same(reserved, now);
        Assert.True(before.TryFind(Number, out var then));
        Assert.Same(UnknownNumber.Instance, then);
    }

    [Fact]
    public void Many_entries_are_all_found()
    {
        var data = RoutingData.Empty;
        for (byte i = 1; i <= 20; i++)
        {
            data = data.With(new Organisation(IdOf(i), $"{i}", Suspended: false, AllowedCountries.Default, Fallback: null));
        }

        for (byte i = 1; i <= 20; i++)
        {
            Assert.True(data.TryFind(IdOf(i), out var organisation));
            Assert.Equal($"{i}", organisation?.Name);
        }
    }

    private static OrganisationId IdOf(byte i) => new(new Guid(i, 0, 0, new byte[8]));
}
