using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Insight;
using NodaTime;

namespace Koppla.Functions.Insight;

internal sealed class WeekReader(OrganisationView view)
{
    /// <param name="user">As stored; nobody's other version is looked at.</param>
    public async Task<UserWeek> ReadAsync(User user, Interval window, CancellationToken cancellationToken)
    {
        var data = RoutingData.Empty.With(user);
        var weeks = ImmutableArray.CreateBuilder<NumberWeek>(user.Numbers.Length);
        foreach (var number in user.Numbers)
        {
            (var outlook, data) = await view.AskAsync<Outlook>(
                user.Organisation, data, known => Outlook.Of(known, number, window), cancellationToken);
            weeks.Add(new(number, outlook));
        }

        return new UserWeek(user, window, weeks.MoveToImmutable());
    }
}
