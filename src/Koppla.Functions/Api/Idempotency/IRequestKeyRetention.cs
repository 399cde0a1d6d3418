namespace Koppla.Functions.Api.Idempotency;

/// <summary>Removes the keys of requests that nobody makes again.</summary>
public interface IRequestKeyRetention
{
    public Task ForgetOldAsync(CancellationToken cancellationToken);
}
