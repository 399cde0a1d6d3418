namespace Koppla.Routing.Transfers;

/// <summary>What is done with a call whose direct transfer failed.</summary>
public enum FailureStep
{
    /// <summary>The transferor is rung again, twice at the most.</summary>
    Recall,

    /// <summary>What the target has for that case: the conditional rules of its profile.</summary>
    TargetRules,

    /// <summary>Another number is rung.</summary>
    Number,

    /// <summary>The transferee hears that nobody could be reached, and the call ends.</summary>
    Announce,
}
