using Koppla.Routing.Directory;

namespace Koppla.Functions.Insight;

/// <summary>Tells what a change of a user would do, before it is made.</summary>
internal interface IChangePreview
{
    public Task<ChangePreviewBody> PreviewAsync(User before, User after, CancellationToken cancellationToken);
}
