using Koppla.Functions.Users;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Insight;

/// <summary>Two users are the same when they would be stored alike.</summary>
internal sealed class ChangePreview : IChangePreview
{
    public Task<ChangePreviewBody> PreviewAsync(User before, User after, CancellationToken cancellationToken) =>
        Task.FromResult(new ChangePreviewBody(UserMapping.JsonOf(before) != UserMapping.JsonOf(after), []));
}
