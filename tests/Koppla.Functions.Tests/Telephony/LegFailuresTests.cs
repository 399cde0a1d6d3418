using Koppla.Functions.Telephony.AzureCommunication;

namespace Koppla.Functions.Tests.Telephony;

/// <summary>Every documented pair of codes of a failed leg.</summary>
public sealed class LegFailuresTests
{
    [Theory]
    [InlineData(486, 560486, "Busy")]
    [InlineData(486, 60486, "Busy")]
    [InlineData(486, 540486, "Busy")]
    [InlineData(400, 8539, "Busy")]
    [InlineData(500, 8540, "Busy")]
    [InlineData(480, 560480, "NoAnswer")]
    [InlineData(408, 560408, "NoAnswer")]
    [InlineData(408, 500001, "NoAnswer")]
    [InlineData(408, 10057, "NoAnswer")]
    [InlineData(408, 4506, "NoAnswer")]
    [InlineData(487, 10004, "NoAnswer")]
    [InlineData(404, 560404, "NoConnection")]
    [InlineData(404, 511404, "NoConnection")]
    [InlineData(410, 531004, "NoConnection")]
    [InlineData(480, 10037, "NoConnection, or late")]
    [InlineData(480, 10076, "NoConnection, or late")]
    [InlineData(480, 10077, "NoConnection, or late")]
    [InlineData(480, 10078, "NoConnection, or late")]
    [InlineData(484, 560484, "NoConnection")]
    [InlineData(500, 560500, "NoConnection")]
    [InlineData(503, 560503, "NoConnection")]
    [InlineData(400, 8541, "NoConnection")]
    [InlineData(404, 8543, "NoConnection")]
    [InlineData(400, 8544, "NoConnection")]
    [InlineData(504, 560504, "NoConnection")]
    [InlineData(504, 0, "NoConnection")]
    [InlineData(603, 560603, "Declined")]
    [InlineData(603, 0, "Declined")]
    [InlineData(487, 10024, "Declined")]
    [InlineData(0, 5003, "Declined")]
    [InlineData(400, 8538, "Declined")]
    [InlineData(403, 560403, "Declined")]
    [InlineData(403, 510403, "NotPermitted")]
    [InlineData(403, 511532, "NotPermitted")]
    [InlineData(403, 510532, "NotPermitted")]
    [InlineData(403, 510534, "NotPermitted")]
    [InlineData(403, 510559, "NotPermitted")]
    [InlineData(403, 510560, "NotPermitted")]
    [InlineData(403, 10199, "NotPermitted")]
    [InlineData(403, 10500, "NotPermitted")]
    [InlineData(403, 8500, "NotPermitted")]
    [InlineData(487, 10003, "Cancelled, or late")]
    [InlineData(487, 0, "Cancelled, or late")]
    [InlineData(487, 540487, "Cancelled, or late")]
    [InlineData(487, 560487, "Cancelled, or late")]
    [InlineData(400, 8542, "Cancelled")]
    public void A_documented_pair_means(int code, int subCode, string meaning) =>
        Assert.Equal(meaning, Text(LegFailures.Classify(code, subCode, null, null)));

    [Theory]
    [InlineData(486, "Busy")]
    [InlineData(600, "Busy")]
    [InlineData(408, "NoAnswer")]
    [InlineData(480, "NoAnswer")]
    [InlineData(404, "NoConnection")]
    [InlineData(410, "NoConnection")]
    [InlineData(484, "NoConnection")]
    [InlineData(500, "NoConnection")]
    [InlineData(502, "NoConnection")]
    [InlineData(503, "NoConnection")]
    [InlineData(504, "NoConnection")]
    [InlineData(604, "NoConnection")]
    [InlineData(603, "Declined")]
    [InlineData(403, "Declined")]
    [InlineData(607, "Declined")]
    [InlineData(487, "Cancelled, or late")]
    public void The_status_of_the_carrier_goes_before_every_other_code(int sip, string meaning)
    {
        Assert.Equal(meaning, Text(LegFailures.Classify(486, 560486, sip, null)));
        Assert.Equal(meaning, Text(LegFailures.Classify(500, 0, sip, null)));
        Assert.Equal(meaning, Text(LegFailures.Classify(null, null, sip, null)));
    }

    [Theory]
    [InlineData(null, "NoAnswer")]
    [InlineData(16, "NoAnswer")]
    [InlineData(17, "Busy")]
    [InlineData(18, "NoAnswer")]
    [InlineData(19, "NoAnswer")]
    [InlineData(21, "Declined")]
    [InlineData(1, "NoConnection, or late")]
    [InlineData(2, "NoConnection, or late")]
    [InlineData(3, "NoConnection, or late")]
    [InlineData(20, "NoConnection, or late")]
    [InlineData(22, "NoConnection, or late")]
    [InlineData(27, "NoConnection, or late")]
    [InlineData(28, "NoConnection, or late")]
    [InlineData(31, "NoConnection, or late")]
    [InlineData(34, "NoConnection, or late")]
    [InlineData(38, "NoConnection, or late")]
    [InlineData(41, "NoConnection, or late")]
    [InlineData(42, "NoConnection, or late")]
    public void Temporarily_unavailable_means_what_its_cause_says(int? q850, string meaning)
    {
        Assert.Equal(meaning, Text(LegFailures.Classify(480, 560480, 480, q850)));
        Assert.Equal(meaning, Text(LegFailures.Classify(480, 560480, null, q850)));
        Assert.Equal(meaning, Text(LegFailures.Classify(480, 0, null, q850)));
    }

    // The documentation's own example: a general code around what the carrier said.
    [Fact]
    public void A_server_failure_around_a_busy_telephone_is_busy() =>
        Assert.Equal("Busy", Text(LegFailures.Classify(500, 560503, 486, 17)));

    [Fact]
    public void A_forbidden_of_the_provider_is_not_that_of_the_called_side()
    {
        Assert.Equal("NotPermitted", Text(LegFailures.Classify(403, 510403, 403, null)));
        Assert.Equal("Declined", Text(LegFailures.Classify(403, 560403, 403, null)));
        Assert.Equal("Declined", Text(LegFailures.Classify(403, null, null, null)));
    }

    [Theory]
    [InlineData(486, "Busy")]
    [InlineData(600, "Busy")]
    [InlineData(408, "NoAnswer")]
    [InlineData(480, "NoAnswer")]
    [InlineData(487, "NoAnswer")]
    [InlineData(404, "NoConnection")]
    [InlineData(410, "NoConnection")]
    [InlineData(484, "NoConnection")]
    [InlineData(500, "NoConnection")]
    [InlineData(599, "NoConnection")]
    [InlineData(603, "Declined")]
    [InlineData(403, "Declined")]
    public void A_sub_code_that_nobody_knows_leaves_the_code(int code, string meaning)
    {
        Assert.Equal(meaning, Text(LegFailures.Classify(code, 999_999, null, null)));
        Assert.Equal(meaning, Text(LegFailures.Classify(code, null, null, null)));
    }

    [Fact]
    public void A_status_of_the_carrier_that_nobody_knows_leaves_the_other_codes() =>
        Assert.Equal("Busy", Text(LegFailures.Classify(486, 560486, 299, null)));

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, 0)]
    [InlineData(200, 0)]
    [InlineData(418, 560418)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void What_nobody_knows_is_no_connection_unless_it_comes_late(int? code, int? subCode) =>
        Assert.Equal("NoConnection, or late", Text(LegFailures.Classify(code, subCode, null, null)));

    private static string Text(LegFailureReading reading) =>
        reading.LateMeansNoAnswer ? $"{reading.Failure}, or late" : $"{reading.Failure}";
}
