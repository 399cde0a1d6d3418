using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Users;

/// <summary>Finds whose profiles send calls to a user, by looking through all users of the organisation.</summary>
internal sealed class UserMentions(UserStore users)
{
    private const int PageSize = 200;

    public async Task<IReadOnlyList<UserMentionBody>> OfAsync(User named, CancellationToken cancellationToken)
    {
        var mentions = new List<UserMentionBody>();
        await foreach (var user in users.ListAsync(named.Organisation, after: null, PageSize, cancellationToken))
        {
            if (user.Id != named.Id)
            {
                mentions.AddRange(In(user, named));
            }
        }

        return mentions;
    }

    private static IEnumerable<UserMentionBody> In(User user, User named) =>
        from profile in user.Handling.Profiles
        from each in ProfileDestinations.Of(profile)
        where IsTo(each.Destination, named)
        select new UserMentionBody(user.Id.Value, user.Name, profile.Id.Value, each.Field);

    private static bool IsTo(Destination destination, User named) => destination switch
    {
        ColleagueDestination colleague => colleague.User == named.Id,
        NumberDestination number => named.Numbers.Contains(number.Number),
        _ => false,
    };
}
