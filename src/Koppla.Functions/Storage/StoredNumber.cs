using Koppla.Routing.Numbers;

namespace Koppla.Functions.Storage;

/// <summary>A telephone number as storage holds it: canonical E.164, or the entity is corrupt.</summary>
internal static class StoredNumber
{
    public static PhoneNumber Read(string table, string property, string e164)
    {
        var number = PhoneNumber.ParseE164(e164);
        return number.IsOk ? number.Value : throw new CorruptEntityException(table, property, number.Refusal.Name);
    }
}
