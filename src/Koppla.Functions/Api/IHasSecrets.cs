namespace Koppla.Functions.Api;

/// <summary>What a request says, when there may be secrets in it that nobody is to keep.</summary>
internal interface IHasSecrets<out T>
{
    public T WithoutSecrets();
}
