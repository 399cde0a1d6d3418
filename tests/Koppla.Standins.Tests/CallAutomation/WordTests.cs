using Azure.Communication;
using Azure.Communication.CallAutomation;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>The open sets of words: they all have one shape.</summary>
public sealed class WordTests
{
    [Fact]
    public void Words_are_compared_without_regard_to_case()
    {
        Assert.Equal(CallConnectionState.TransferAccepted, new CallConnectionState("TRANSFERaccepted"));
        Assert.Equal(CallConnectionState.TransferAccepted.GetHashCode(), new CallConnectionState("TRANSFERaccepted").GetHashCode());
        Assert.True(CallRejectReason.Busy == "Busy");
        Assert.True(DtmfTone.One != DtmfTone.Two);
        Assert.True(VoiceKind.Male.Equals((object)new VoiceKind("MALE")));
        Assert.True(RecognizeInputType.Dtmf == "dtmf");
        Assert.True(CommunicationCloudEnvironment.Public == "Public");
        Assert.Equal(string.Empty, default(CallRejectReason).ToString());
        Assert.Equal(0, default(CallRejectReason).GetHashCode());
    }

    [Fact]
    public void Words_that_are_not_known_are_kept() => Assert.Equal("newState", new CallConnectionState("newState").ToString());

    [Fact]
    public void A_word_is_not_null() => Assert.Throws<ArgumentNullException>(() => new CallConnectionState(null!));

    [Fact]
    public void Keys_are_characters()
    {
        DtmfTone[] keys =
        [
            DtmfTone.Zero, DtmfTone.One, DtmfTone.Two, DtmfTone.Three, DtmfTone.Four, DtmfTone.Five, DtmfTone.Six, DtmfTone.Seven, DtmfTone.Eight,
            DtmfTone.Nine, DtmfTone.A, DtmfTone.B, DtmfTone.C, DtmfTone.D, DtmfTone.Pound, DtmfTone.Asterisk,
        ];

        Assert.Equal("0123456789ABCD#*", string.Concat(keys.Select(key => key.ToChar())));
        Assert.Throws<InvalidOperationException>(() => new DtmfTone("flash").ToChar());
    }

    [Fact]
    public void A_reason_code_is_a_number()
    {
        Assert.Equal(8510, MediaEventReasonCode.RecognizeInitialSilenceTimedOut.GetReasonCodeValue());
        Assert.Equal(0, default(MediaEventReasonCode).GetReasonCodeValue());
    }
}
