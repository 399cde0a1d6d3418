using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Users;
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
            user is null ? [] : [.. user.Handling.Devices.Select(device => shown.LegTo(CallTarget.Of(device)))],
            user?.Handling.TransferPolicy ?? organisation?.TransferPolicy ?? TransferPolicy.Recall);
    }
}
