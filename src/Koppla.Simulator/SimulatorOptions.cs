namespace Koppla.Simulator;

/// <summary>How the simulated resource behaves. Points the public documentation leaves open are options, so that each answer can be tried.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Base64 access key of the resource; null makes a random one.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The resource's immutable id: the audience of every callback token.</summary>
    public Guid ResourceId { get; init; } = Guid.NewGuid();

    /// <summary>E.164 numbers of the resource: a call to one of them raises IncomingCall.</summary>
    public IReadOnlyCollection<string> OwnedNumbers { get; init; } = [];

    public CallerIdRule CallerIdRule { get; init; } = CallerIdRule.OwnedOnly;

    /// <summary>How long a call may ring before it is answered, redirected or rejected.</summary>
    public TimeSpan RingWindow { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Divides the time that prompts and tones take; 1 is 60 ms a word.</summary>
    public double MediaSpeed { get; init; } = 1;

    /// <summary>How long a played file lasts before <see cref="MediaSpeed"/> is applied.</summary>
    public TimeSpan FileLength { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Limit of a created or redirected call's ringing.</summary>
    public TimeSpan EstablishmentTimeout { get; init; } = TimeSpan.FromSeconds(115);

    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Open point 1: how long an invitation without a timeout of its own rings.</summary>
    public TimeSpan DefaultInvitationTimeout { get; init; } = TimeSpan.FromSeconds(115);

    /// <summary>Open point 2: the pair reported when an invitation, a transfer or a created call is not answered in time.</summary>
    public ResultCode InvitationTimeoutResult { get; init; } = new(487, 10004);

    /// <summary>Open point 3: how often a callback is tried; 1 is never again.</summary>
    public int CallbackAttempts { get; init; } = 1;

    public TimeSpan CallbackRetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Open point 5: whether AddParticipantFailed (487/0) follows CancelAddParticipantSucceeded.</summary>
    public bool AddParticipantFailedFollowsCancel { get; init; }

    /// <summary>Open point 6: whether the service ends a call in which one party is left (200/5010).</summary>
    public bool EndsWhenOneIsLeft { get; init; }

    /// <summary>Open point 9: whether an invitation goes on ringing when the only connected party leaves.</summary>
    public bool InvitationsOutliveParties { get; init; }

    /// <summary>Open point 10: the caller's SIP status for the reject reason "none".</summary>
    public int RejectNoneStatus { get; init; } = 603;

    /// <summary>Time between AnswerCall's reply and the established call.</summary>
    public TimeSpan AnswerDelay { get; init; } = TimeSpan.Zero;

    /// <summary>Whether the application's own endpoint is listed among the participants, as some resources do.</summary>
    public bool ListsApplication { get; init; }

    /// <summary>Whether text and SSML need a cognitive services endpoint (400/8567 without).</summary>
    public bool SpeechNeedsCognitiveServices { get; init; } = true;

    /// <summary>How many calls are remembered; the oldest is forgotten first.</summary>
    public int KeptCalls { get; init; } = 10_000;
}
