namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a caller of an HTTP function must show.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>Not supported by this host.</summary>
    User = 1,

    /// <summary>The function's own key, the host's default key or the master key.</summary>
    Function = 2,

    /// <summary>Not supported by this host.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
