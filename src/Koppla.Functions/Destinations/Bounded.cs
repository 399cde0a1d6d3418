namespace Koppla.Functions.Destinations;

/// <summary>A list that is no longer than it may be, and how many did not fit.</summary>
internal sealed class Bounded<T>
{
    private const int Most = 200;

    private readonly List<T> items = [];

    public IReadOnlyList<T> Items => items;

    public int More { get; private set; }

    public void Add(T item)
    {
        if (items.Count < Most)
        {
            items.Add(item);
        }
        else
        {
            More++;
        }
    }
}
