namespace Koppla.Functions.Security;

/// <summary>Makes what nobody can guess.</summary>
internal interface ISecretSource
{
    /// <summary>128 bits, in lower-case hexadecimal digits.</summary>
    public string Next();
}
