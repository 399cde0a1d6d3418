namespace Koppla.Routing.Decisions;

public enum Language
{
    English,
    Swedish,
}
