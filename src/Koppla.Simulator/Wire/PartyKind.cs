namespace Koppla.Simulator.Wire;

internal enum PartyKind
{
    Unknown,
    PhoneNumber,
    CommunicationUser,
    MicrosoftTeamsUser,
    MicrosoftTeamsApp,
    TeamsExtensionUser,
}
