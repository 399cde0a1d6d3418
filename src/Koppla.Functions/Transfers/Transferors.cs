using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Users;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>Finds how a transferor is rung again, and what is to be done instead.</summary>
internal sealed class Transferors(UserStore users, OrganisationCache organisations)
{
    public async Task<Transferor> FindAsync(Person person, SupervisedCall call, CancellationToken cancellationToken)
    {
        var organisation = await organisations.GetAsync(person.Organisation, cancellationToken);
        var user = (await users.ReadAsync(person.Organisation, person.Id, cancellationToken))?.Value;
        var shown = CallerIds.For(call.Facts, organisation, forwarder: user?.MainNumber ?? call.Facts.Own);
        return new Transferor(
            user?.MainNumber,
            user is null ? [] : [.. user.Handling.Devices.Where(MayRing).Select(device => shown.LegTo(CallTarget.Of(device)))],
            user?.Handling.TransferPolicy ?? organisation?.TransferPolicy ?? TransferPolicy.Recall);

        // It may have been forbidden since it was saved.
        bool MayRing(Device device) => device is not TelephoneDevice { Number: var number }
            || DestinationPolicy.Check(number, own: null, organisation?.Countries ?? AllowedCountries.Default) is null;
    }
}
