using CsCheck;
using Koppla.Routing.Profiles;

namespace Koppla.Routing.Tests.Profiles;

public sealed class ProfileIdsTests
{
    [Theory]
    [InlineData("Lunch", "lunch")]
    [InlineData("Gått för dagen", "gatt-for-dagen")]
    [InlineData("Möte på ÖVERVÅNINGEN", "mote-pa-overvaningen")]
    [InlineData("Café Älgen", "cafe-algen")]
    [InlineData("  Vård -- av barn!  ", "vard-av-barn")]
    [InlineData("Åka hem", "aka-hem")]
    [InlineData("A\u030Aka", "aka")]
    [InlineData("Klockan 17.30", "klockan-17-30")]
    [InlineData("Jürgen", "j-rgen")]
    [InlineData("会议", "profil")]
    [InlineData("", "profil")]
    public void An_id_reads_like_the_name(string name, string id) => Assert.Equal(id, ProfileIds.From(name, []).Value);

    [Fact]
    public void An_id_that_is_taken_gets_a_number()
    {
        var taken = DefaultProfiles.All.Select(profile => profile.Id).ToList();

        taken.Add(ProfileIds.From("Lunch", taken));
        taken.Add(ProfileIds.From("Lunch", taken));

        Assert.Equal(["lunch-2", "lunch-3"], taken.TakeLast(2).Select(id => id.Value));
    }

    [Fact]
    public void A_long_name_leaves_room_for_the_number()
    {
        var name = new string('a', 35) + " " + new string('b', 35);

        var first = ProfileIds.From(name, []);
        var second = ProfileIds.From(name, [first]);

        Assert.Equal(new string('a', 35) + "-bbbb", first.Value);
        Assert.Equal(new string('a', 35) + "-bb-2", second.Value);
    }

    [Fact]
    public void Any_name_has_an_id_that_is_valid_and_not_taken() =>
        Gen.Select(Gen.String, Gen.Char["aåÄö -9é"].Array[0, 45].Select(letters => new string(letters))).Array[1, 5].Sample(names =>
        {
            List<ProfileId> taken = [];
            foreach (var (any, swedish) in names)
            {
                taken.Add(ProfileIds.From(any, taken));
                taken.Add(ProfileIds.From(swedish, taken));
                taken.Add(ProfileIds.From(swedish, taken));
            }

            return taken.Distinct().Count() == taken.Count && taken.All(id => ProfileId.Parse(id.Value).IsOk);
        });
}
