namespace Koppla.Functions.Api;

internal interface IJsonBody
{
    Problem? Problem { get; }
}
