using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Settings;

/// <summary>A service of Azure is reached with the key in a connection string, or at an address with the app's identity; exactly one is set.</summary>
/// <param name="Section">Of both settings.</param>
/// <param name="AddressName">The setting of the address; that of the connection string has the same name everywhere.</param>
/// <param name="Whose">What a connection string must be of, to the end of the sentence.</param>
/// <param name="Open">Makes a client of a connection string; nothing is sent.</param>
internal sealed record ServiceReach(string Section, string AddressName, string Whose, Func<string, object> Open)
{
    public IEnumerable<ValidationResult> Check(string? connectionString, Uri? address)
    {
        if (string.IsNullOrEmpty(connectionString) == address is null)
        {
            yield return new($"Either {ConnectionSetting} or {Setting.NameOf(Section, AddressName)} must be set, and not both.");
        }

        if (!string.IsNullOrEmpty(connectionString) && !Opens(connectionString))
        {
            yield return new($"{ConnectionSetting} must be the connection string of {Whose}");
        }
    }

    private string ConnectionSetting => Setting.NameOf(Section, "ConnectionString");

    private bool Opens(string connectionString)
    {
        try
        {
            _ = Open(connectionString);
            return true;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
