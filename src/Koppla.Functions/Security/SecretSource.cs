using System.Security.Cryptography;

namespace Koppla.Functions.Security;

internal sealed class SecretSource : ISecretSource
{
    private const int Digits = 32;

    public string Next() => RandomNumberGenerator.GetHexString(Digits, lowercase: true);
}
