using Azure;
using Azure.Identity;
using Koppla.Functions.Telephony.AzureCommunication;

namespace Koppla.Functions.Tests.Telephony;

public sealed class CommandFailureTests
{
    [Theory]
    [InlineData(404, null, "CallGone", "404")]
    [InlineData(404, "8522", "CallGone", "404/8522")]
    [InlineData(400, "8501", "CallGone", "400/8501")]
    [InlineData(400, "8522", "CallGone", "400/8522")]
    [InlineData(409, "8528", "CallGone", "409/8528")]
    [InlineData(400, null, "Refused", "400")]
    [InlineData(400, "8523", "Refused", "400/8523")]
    [InlineData(401, null, "Refused", "401")]
    [InlineData(403, "7507", "Refused", "403/7507")]
    [InlineData(403, "8500", "Refused", "403/8500")]
    [InlineData(409, null, "Refused", "409")]
    [InlineData(409, "8519", "Unknown", "409/8519")]
    [InlineData(409, "8607", "Unknown", "409/8607")]
    [InlineData(400, "8528", "CallGone", "400/8528")]
    [InlineData(400, "8558", "Refused", "400/8558")]
    [InlineData(400, "8567", "Refused", "400/8567")]
    [InlineData(412, "8583", "Refused", "412/8583")]
    [InlineData(412, "", "Refused", "412")]
    [InlineData(422, null, "Refused", "422")]
    [InlineData(0, null, "Unknown", "0")]
    [InlineData(408, null, "Unknown", "408")]
    [InlineData(429, null, "Unknown", "429")]
    [InlineData(500, null, "Unknown", "500")]
    [InlineData(502, null, "Unknown", "502")]
    [InlineData(503, "ServerBusy", "Unknown", "503/ServerBusy")]
    [InlineData(504, null, "Unknown", "504")]
    public void An_answer_of_the_provider_means(int status, string? error, string meaning, string code)
    {
        var result = CommandFailure.Classify(new RequestFailedException(status, "Told so.", error, null));

        Assert.Equal(meaning, result!.Value.Status.ToString());
        Assert.Equal(code, result.Value.Code);
    }

    [Fact]
    public void No_answer_in_time_means_that_nobody_knows()
    {
        Exception[] silences = [new OperationCanceledException(), new TaskCanceledException(), new TimeoutException()];

        Assert.All(silences, silence => Assert.Equal("Unknown timeout", Text(silence)));
    }

    [Fact]
    public void Of_several_tries_the_last_tells()
    {
        var tries = new AggregateException(new TaskCanceledException(), new RequestFailedException(404, "Gone."));

        Assert.Equal("CallGone 404", Text(tries));
    }

    [Fact]
    public void A_connection_that_breaks_while_the_answer_is_read_means_that_nobody_knows() =>
        Assert.StartsWith("Unknown", Text(new IOException("reset")), StringComparison.Ordinal);

    [Fact]
    public void An_identity_that_cannot_be_had_means_that_nobody_knows() =>
        Assert.StartsWith("Unknown", Text(new AuthenticationFailedException("no token")), StringComparison.Ordinal);

    [Fact]
    public void A_bug_of_ours_is_no_answer()
    {
        Exception[] bugs =
        [
            new InvalidOperationException(),
            new NotSupportedException(),
            new AggregateException(new TaskCanceledException(), new InvalidOperationException()),
        ];

        Assert.All(bugs, bug => Assert.Null(CommandFailure.Classify(bug)));
    }

    private static string Text(Exception failure)
    {
        var result = CommandFailure.Classify(failure);
        return $"{result?.Status} {result?.Code}";
    }
}
