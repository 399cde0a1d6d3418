namespace Koppla.Functions.Telemetry;

/// <summary>What an event of the provider did to its call.</summary>
internal enum CallbackEffect
{
    Applied,

    /// <summary>The event that began the step came again.</summary>
    Duplicate,

    /// <summary>It was late, or of no interest.</summary>
    NoEffect,

    /// <summary>There is no such call any more, or the path was not its own.</summary>
    UnknownCall,
}
