using Koppla.Routing.Profiles;

namespace Koppla.Functions.Transfers;

/// <summary>What is asked for, read.</summary>
internal sealed record TransferWish(Destination To, TransferMode Mode, int Seconds, bool NeedsKey);
