using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.Tests.SupervisedCalls;

public sealed class StoredCallTests
{
    [Fact]
    public void Every_kind_of_party_is_read_as_it_was_written()
    {
        Assert.Equal("4:+46701740660", Written(new CallTarget.Telephone(Numbers.Outside)));
        Assert.Equal("8:acs:1_anna", Written(new CallTarget.App("8:acs:1_anna")));
        Assert.Equal("4:anonymous", Written(CallTarget.Withheld.Instance));
    }

    private static string Written(CallTarget party)
    {
        var text = StoredCall.Text(party);
        Assert.Equal(party, StoredCall.Target(text));
        return text;
    }
}
