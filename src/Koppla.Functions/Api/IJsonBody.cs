namespace Koppla.Functions.Api;

internal interface IJsonBody
{
    public Problem? Problem { get; }
}
