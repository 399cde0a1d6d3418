using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Insight;

/// <summary>Tells what a change would do, before it is made.</summary>
internal interface IChangePreview
{
    public Task<ChangePreviewBody> PreviewAsync(User before, User after, Language language, CancellationToken cancellationToken);

    public Task<ChangePreviewBody> PreviewAsync(
        PhoneNumber number, NumberEntry before, NumberEntry after, Language language, CancellationToken cancellationToken);
}
